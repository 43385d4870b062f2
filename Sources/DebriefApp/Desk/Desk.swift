import DebriefModel
import TUI

/// What lies before the places: what was read from the store and from `Resources/`, the clock, the size of
/// the screen, and the keys. No place is in it.
struct Desk: Sendable {
  /// The size of the terminal.
  var size: Size
  /// The room inside of the pane that has the keys.
  var room = Size(1, 1)
  /// The clock as of the message being handled.
  var now: Moment
  /// Whether only ASCII is drawn.
  let isASCII: Bool
  /// Whether the store is thrown away at the end.
  let isDemo: Bool
  /// Whether nothing can be saved.
  let isReadOnly: Bool
  /// What can be done, and the keys for it.
  var commands: CommandTable
  /// Where the names of new things come from.
  var ids: IDSource
  /// Whether nothing is drawn: plain mode.
  var isSpoken = false
  /// The debrief whose last question about the mood was passed in plain mode.
  var passedMood: ID?
  /// What a debrief that was begun opens with.
  var opens = Settings.Opening.question
  /// The checklists, reasons and questions as far as they were read.
  var content = Content()
  /// Text the help shows above the keys.
  var introduction: [HelpText.Paragraph] = []
  /// The works that advice comes from, for the help.
  var sources: [Source] = []
  /// The application that is open.
  var folder: Folder?
  /// What is due, and the notes that wait to be sorted.
  var due = Due()
  /// The tour, while it goes on.
  var tour: Tour?
  /// Whether what is on file is the sample.
  var hasSample = false
  /// The applications at hand, the latest first.
  var recent: [Facts] = []
  /// The words that are looked for in lists and texts.
  var find = Find()
  /// What was entered at the foot of the screen before.
  var entered = Entered()
  /// What was half typed, by the form it belongs to.
  var drafts: [String: Draft] = [:]
  /// What rows called the applications of what was half typed, at the start.
  var names: [ID: String] = [:]
  /// What was changed lately, the latest first, as of the last time it was looked at.
  var history: [PastChange] = []
  /// The people on file that were read last.
  var contacts: [Contact] = []
  /// The applications that what is being captured names.
  var mention = Mention()
  /// The open changes of other applications, as of the last time the list was opened.
  var carried: [Carried] = []
  /// Who looks for work, as of the last time their form was opened.
  var profile: Profile?
  /// The versions of the résumé; asked for again after a change.
  var resumes = Reading<[ResumeRecord]>()
  /// The figures over months, and the facts behind a row of them.
  var months = Reading<Months>()
  var monthFacts = Reading<[MonthFact]>()
  /// The figures over all months, for where one decides; read anew with each application that is opened.
  var record = Reading<Months>()
  /// The cards of the drill, for the next interview of all unless a sitting is for one.
  var drill = Reading<DrillDeck>()
  /// What checks letters.
  var linter = Reading<Linter>()
  /// What reads the words of a rejection: asked for by `.loadRefusalWords`, where words are at hand.
  var refusals = Reading<RefusalReader>()
  /// The words that are marked in answers.
  var hedges = Reading<Hedges>()
  /// The branches whose checklists were asked for.
  var askedBranches: Set<Branch> = []
  /// What the store cannot do at the moment.
  var strain = Strain()
  /// The texts that editors left behind: whether there are any, and as of the last look at them.
  var hasLeft = false
  var left: [LeftText] = []

  /// What a form reads.
  var formContext: FormContext {
    FormContext(
      dossier: folder?.dossier, content: content, now: now, wizard: folder?.wizard,
      people: contacts.map(\.person), recent: recent, names: names, mention: mention,
      carried: carried,
      profile: profile, resumes: resumes.value ?? [], live: folder?.live.value ?? [],
      available: folder?.teachings.value?.available ?? "", letterDesk: folder?.letters.value,
      record: record.value, commands: commands)
  }

  /// What is so when the user leaves now.
  var leavingWord: String {
    if isDemo { return "this is sample data, and none of it is kept." }
    return isReadOnly ? "nothing could be saved here." : "everything is saved."
  }

  /// Notes that something could not be read, so that no key asks for it again.
  mutating func failed(_ effect: Effect?) {
    switch effect {
    case .loadResumes?: resumes.fail()
    case .loadMonths?: months.fail()
    case .loadDrill?: drill.fail()
    case .loadRecord?: record.fail()
    case .loadMonthFacts?: monthFacts.fail()
    case .loadSample?: tour = nil
    case .loadLintWords?: linter.fail()
    case .loadHedges?: hedges.fail()
    case .loadRefusalWords?: refusals.fail()
    case .loadLive?: folder?.live.fail()
    case .loadTeachings?: folder?.teachings.fail()
    case .loadLetterDesk?: folder?.letters.fail()
    case .afterwards(let it)?: failed(it)
    // Each by name: of a new effect that reads something, somebody has to say here that it can't be read.
    case nil, .loadShelf?, .loadAgenda?, .loadInbox?, .loadDossier?, .weigh?, .loadPeople?,
      .loadPlaces?,
      .recognise?, .findTwin?, .lookUp?, .loadContent?, .apply?, .undo?, .undoOthers?, .undoHiding?,
      .redo?,
      .loadHistory?, .undoDown?, .search?, .saveDraft?, .discardDraft?, .edit?, .editAfresh?,
      .listLeft?,
      .takeLeft?, .removeLeft?, .keepLine?, .findRefuge?, .writeUnsaved?, .loadPrivate?,
      .savePrivate?,
      .loadImprovements?, .loadProfile?, .loadChangeRecord?, .loadEarlier?, .loadBeside?,
      .draftLetter?,
      .checkWords?, .loadFollowThrough?, .loadLessons?, .loadEverything?, .copyLetter?,
      .mailLetter?,
      .speak?, .writeLetter?, .readFile?, .bringIn?, .repaint?, .suspend?, .quit?:
      break
    }
  }

  /// A sentence with the keys of the commands it names in braces.
  func named(_ sentence: String) -> String { commands.named(sentence) }
}

/// What is due, and the notes that wait to be sorted.
struct Due: Equatable, Sendable {
  /// What is due, the most urgent first.
  var entries: [AgendaEntry] = [] { didSet { list() } }
  /// The facts it was read from.
  var facts: [Facts] = []
  /// The notes that wait, as of the last time the inbox was open.
  var inbox: [WaitingNote] = []
  /// The line that leads to them.
  var inboxEntry: AgendaEntry? { didSet { list() } }
  /// The interviews that are coming up, the next first.
  var coming: [ComingUp] = [] { didSet { list() } }
  /// The line of the inbox and what is due.
  private(set) var agenda: [AgendaEntry] = []
  /// The same without the interviews that stand among those coming up.
  private(set) var todo: [AgendaEntry] = []
  /// Whether something was written since it was read.
  var isStale = false
  /// Changes with ``agenda``.
  private(set) var version = 0

  private mutating func list() {
    agenda = inboxEntry.map { [$0] + entries } ?? entries
    let rounds = Set(coming.map(\.interview.id))
    todo = agenda.filter { $0.kind != .prepare || !rounds.contains($0.subject) }
    version &+= 1
  }

  /// Reads it again where something was written since.
  mutating func wanted() -> [Effect] {
    guard isStale else { return [] }
    isStale = false
    return [.loadAgenda]
  }

  /// The facts of the application an entry belongs to.
  func facts(of entry: AgendaEntry) -> Facts? {
    facts.first { $0.application.id == entry.application }
  }
}
