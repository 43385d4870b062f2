import DebriefModel
import TUI

/// The whole state of the screen, and how it answers messages. Pure: no tty, no clock, no database.
public struct App: Sendable {
  /// Which screen lies under the overlays.
  enum Screen: Equatable, Sendable { case home, review, page }

  /// A line the user should see once.
  struct Notice: Equatable, Sendable {
    var text: String
    var isError = false
    /// Whether it says that another program has the file: it goes when that lets go of it.
    var isOfBusy = false
    /// Whether it only confirms what was to be expected.
    var isQuiet: Bool { !isError && text.hasPrefix("Saved") }
  }

  /// How many open changes of other applications are read.
  public static let carriedLimit = ImprovementsOverlay.limit
  /// How many versions of the résumé are read.
  public static let resumeLimit = ResumesOverlay.limit
  /// As many versions of the cover letter are named beside its field.
  public static let coverLimit = 4

  /// What was read, the clock, the size of the screen, the keys.
  var desk: Desk
  var home = Home()
  /// The review of the application that lies on the desk.
  var review = Review()
  var page = PageScreen()
  var screen = Screen.home
  /// What lies over the screen; the last one hears first and is drawn last.
  var overlays: [any Place] = []
  var notice: Notice?
  /// The keys pressed so far of a command that has several.
  var pendingKeys: [Key] = []
  /// Whether the mouse last went down on a row, which opens when it does so once more.
  var isPointedAtRow = false
  /// How far plain mode has come; off on a screen.
  var plain = Plain()
  /// Whether the user has left.
  public internal(set) var isFinished = false

  /// A fresh start.
  public init(
    size: Size, now: Moment, ids: IDSource, ascii: Bool = false, isReadOnly: Bool = false,
    isDemo: Bool = false, commands: CommandTable = .standard
  ) {
    desk = Desk(
      size: size, now: now, isASCII: ascii, isDemo: isDemo, isReadOnly: isReadOnly,
      commands: commands, ids: ids)
  }

  /// What to do before the first frame: only the rows that can be seen.
  public mutating func start() -> [Effect] {
    // The rest of the window and what is due follow once something is on the screen.
    [.loadShelf(Shelf.Request(.top, count: Home.listHeight(desk.size) + 1))] + wantedReadings()
  }

  /// What to do right after the first frame.
  public mutating func afterFirstFrame() -> [Effect] {
    desk.askedBranches = [.rejectedAfterInterview]
    return [.loadAgenda] + home.fill(desk) + [.loadContent(.rejectedAfterInterview)]
  }

  /// Takes the list of works that the advice comes from.
  public mutating func cite(_ text: String) { desk.sources = Source.list(text) }

  /// Takes what was entered at the foot of the screen before.
  public mutating func recall(_ entered: Entered) { desk.entered = entered }

  /// Takes what a debrief that was begun opens with.
  public mutating func opens(with first: Settings.Opening) { desk.opens = first }

  /// Takes the help's own text, paragraphs parted by empty lines.
  public mutating func introduce(_ text: String) { desk.introduction = HelpText.paragraphs(text) }

  /// Opens with practice for the interview of one application, or for the next one of all.
  public mutating func opensDrill(_ application: ID?) { overlays.append(DrillScreen(application)) }

  /// Whether a clock is on the screen that moves by itself.
  public var isCounting: Bool { (overlays.last as? DrillScreen)?.isCounting == true }

  /// Shows a sentence about what is wrong outside of the store, beside what is said already.
  public mutating func warn(_ sentence: String) {
    let said = notice.map { $0.text + " " } ?? ""
    notice = Notice(text: said + sentence, isError: true)
  }

  /// Says that other screens have these notes open, beside what is said already.
  public mutating func meet(others count: Int, _ first: String) {
    let said = notice.map { $0.text + " " } ?? ""
    let windows =
      count == 1
      ? "Another debrief window has these notes open (\(first))."
      : "\(count) other debrief windows have these notes open (one is \(first))."
    notice = Notice(
      text: said + windows + " Each shows what the other saves.", isError: notice?.isError ?? false)
  }

  /// Whether something could be half typed.
  public var isTyping: Bool { !overlays.isEmpty || screen == .review && review.draftScope != nil }

  /// What is being typed and not yet saved.
  public var draft: Draft? { typed?.draft }

  /// The place in which something is typed: what lies on top, else the question that is asked.
  private var typed: (any Place)? {
    overlays.last { $0.draftScope != nil } ?? (screen == .home ? nil : review)
  }

  /// The name under which what is being typed would be kept; nil while nothing is.
  public var scope: String? { typed?.draftScope }

  /// Answers a message. `now` is the time it arrived.
  public mutating func handle(_ message: Message, now: Moment) -> [Effect] {
    desk.now = now
    if desk.strain.said != nil { goOn() }
    let effects = answer(message)
    if desk.tour != nil { followTour(message) }
    return effects + wantedHome()
  }

  private mutating func answer(_ message: Message) -> [Effect] {
    switch message {
    case .input(.resize(let size)):
      desk.size = size
      home.beside.forget()
      home.clampDue(desk)
      return home.fill(desk)
    case .input(.pointer(let pointer)):
      // What is pointed at is looked for on the screen as it was seen, with what is said at its foot.
      let at = pointed(pointer)
      notice = nil
      return point(pointer.action, at) + wantedReadings()
    case .input(let event):
      if asksToQuit(event) { return [] }
      notice = nil
      let effects = input(event)
      // On the list alone nothing more is ever wanted.
      return screen != .home || !overlays.isEmpty ? effects + wantedReadings() : effects
    case .line(let line):
      notice = nil
      return say(line) + wantedReadings()
    case .pastedLines(let text):
      notice = nil
      return pastedLines(text) + wantedReadings()
    case .started(let drafts, let names):
      desk.names = names
      started(drafts)
    case .inherited(let draft): desk.drafts[draft.scope] = draft
    case .shelf(let shelf, let request):
      let effects = home.take(shelf, request, desk)
      desk.recent = home.rows
      // Whoever took the sample back has nothing on file, and nothing to be shown around in.
      if home.total == 0, desk.hasSample { (desk.hasSample, desk.tour) = (false, nil) }
      return effects
    case .agenda(let facts):
      desk.due.facts = facts
      desk.due.coming = ComingUp.list(facts, now: desk.now)
      desk.due.entries = Agenda.entries(facts, now: desk.now)
      home.clampDue(desk)
      // How many answers are ready is said for an interview that is coming up; without one nobody asks,
      // for the weak answers of the whole search are looked through for it.
      if screen == .home, !desk.due.coming.isEmpty, desk.drill.asks() {
        return [.afterwards(.loadDrill(nil))]
      }
    case .waiting(let waiting):
      desk.due.inboxEntry = Agenda.inbox(waiting, now: desk.now)
      home.clampDue(desk)
    case .inbox(let notes): desk.due.inbox = notes
    case .people(let contacts, _):
      desk.contacts = contacts
      return heard(message)
    case .places, .mention, .hits, .words, .twin: return heard(message)
    case .edited: return heard(message) + wantedReadings()
    case .resumes(let records, _):
      desk.resumes.take(records)
      return heard(message)
    case .months(let months): desk.months.take(months)
    case .monthFacts(let facts): desk.monthFacts.take(facts)
    case .drill(let deck): desk.drill.take(deck)
    case .beside(let dossier): home.take(beside: dossier, desk)
    case .earlier(let dossier, let day, let knownSince): earlier(dossier, day, knownSince)
    case .record(let months, let sequel):
      desk.record.take(months)
      return sequel.done(&self)
    case .changeRecord(let change, let record):
      overlays.append(ChangePage(change: change, record: record))
    case .tick: break
    case .unattended: hide()
    case .known(let company, let people, let earlier):
      if let said = KnownPeople.sentence(company: company, people: people, earlier: earlier) {
        notice = Notice(text: said)
      }
    case .content(let new, let sequel):
      take(new)
      return sequel.done(&self) + earlierQuestions() + wantedReadings()
    case .dossier(let dossier, let sequel): return opened(dossier, sequel)
    case .weighed(let change, let dossier): return weighed(change, dossier)
    case .applied(_, let met, let sequel):
      tell(met)
      return reload(sequel.done(&self))
    case .undone where desk.tour?.isEnding == true:
      endedTour()
      return reload()
    case .undone(let change):
      notice = Notice(text: change?.undoneSentence(desk.asked) ?? "There's nothing to undo.")
      return reload(change.map { showing($0) } ?? [])
    case .undoHides(let company, let effect):
      overlays.append(ConfirmOverlay.undoing(adding: company, effect))
    case .undoOfOthers(let title): overlays.append(ConfirmOverlay.undoing(others: title))
    case .undoneDown(let titles):
      notice = Notice(
        text: titles.count == 1
          ? "Undone: \(titles[0])."
          : "Undone: \(titles.count) changes, back to: \(titles.last ?? "").")
      return reload()
    case .history(let changes):
      desk.history = changes
      if desk.tour?.isEnding == true { askToEndTour() }
    case .redone(let change):
      notice = Notice(
        text: change?.redoneSentence(desk.asked) ?? "There's nothing to redo.")
      return reload(change.map { showing($0) } ?? [])
    case .failed(let sentence, let effect):
      notice = Notice(text: sentence, isError: true)
      desk.failed(effect)
      return effect?.sequel.failed(&self, sentence) ?? []
    case .refuge(let path): askUnsaved(refuge: path)
    case .written(let path): wrote(path)
    case .hasLeft: desk.hasLeft = true
    case .unkept(let isSo): desk.strain.isUnkept = isSo
    case .busy(let isSo, let holder): busy(isSo, holder)
    case .holdsUp(let holder): holdUp(holder)
    case .leftTexts(let texts): return showLeft(texts)
    case .leftHere(let it, let text, let name): offerLeft(it, instead: text, name: name)
    case .teachings(let teachings, let id):
      guard desk.folder?.id == id else { return [] }
      desk.folder?.teachings.take(teachings)
      refresh()
    case .changedOutside: return reload()
    case .loadedSample:
      desk.hasSample = true
      if desk.tour == nil { notice = Notice(text: "Sample data loaded. {undo} removes it.") }
      return reload()
    case .privateNote(let id, let note): opened(note, of: id)
    case .keptPrivate(let note, let stored):
      // Where another window had changed it, both texts are in it.
      if stored != note.text { notice = Notice(text: Meeting.inPrivateNote) }
    case .improvements(let carried):
      desk.carried = carried
      refresh()
    case .profile(let it):
      desk.profile = it
      open(.profile)
    case .live(let live, let id):
      guard desk.folder?.id == id else { return [] }
      desk.folder?.live.take(live)
      refresh()
    case .drafted(let draft, let wanted, let around):
      return wanted.letter == nil ? begun(draft, wanted, around) : heard(message)
    case .letterDesk(let around, let sequel):
      guard desk.folder?.id == around.application else { return [] }
      desk.folder?.letters.take(around)
      return heard(message) + sequel.done(&self)
    case .lintWords(let words): desk.linter.take(Linter(words: words))
    case .refusalWords(let words):
      desk.refusals.take(RefusalReader(words))
      home.beside.forget()
      refresh()
    case .hedges(let phrases):
      desk.hedges.take(Hedges(phrases))
      refresh()
    case .followThrough(let counts): overlays.append(FollowThroughOverlay(counts: counts))
    case .lessons(let lessons): overlays.append(LessonsOverlay(lessons: lessons))
    case .everything(let text, let id):
      if overlays.last is EverythingOverlay { return heard(message) }
      overlays.append(
        EverythingOverlay(application: id, text: text, columns: desk.boxedSize.width))
    case .importRead(let proposal):
      if proposal.entries.isEmpty {
        notice = Notice(text: proposal.remarks.first ?? "All of that is here already.")
      } else {
        overlays.append(ImportOverlay(proposal: proposal))
      }
    case .importWhose(let wanted): return run(BringIn.askWhose(wanted))
    case .importUnclear(let wanted): return run(BringIn.askWhat(wanted))
    case .importAsked(let question, let wanted): return run(BringIn.ask(question, wanted))
    case .told(let sentence): notice = Notice(text: sentence)
    case .keptElsewhere: notice = Notice(text: Strain.keptElsewhere, isOfBusy: true)
    }
    return []
  }

  /// Passes a message on to what lies on top.
  private mutating func heard(_ message: Message) -> [Effect] {
    guard !overlays.isEmpty else { return [] }
    return overlays[overlays.count - 1].hear(message, &desk).map { run($0) } ?? []
  }

  private mutating func started(_ drafts: [Draft]) {
    desk.drafts = Dictionary(drafts.map { ($0.scope, $0) }, uniquingKeysWith: { a, _ in a })
    if let draft = drafts.first, let purpose = FormPurpose(scope: draft.scope) {
      let what = purpose.label(about: purpose.about(desk.formContext))
      notice = Notice(text: "There's unsaved text: \(what). {draft.resume} continues it.")
    }
    if desk.isReadOnly {
      notice = Notice(
        text:
          "Read only: your notes are safe, but nothing new can be saved. To see why, run: debrief doctor",
        isError: true)
    }
  }

  private mutating func take(_ new: Content) {
    desk.content.checklists.merge(new.checklists) { _, latest in latest }
    desk.content.reasons = new.reasons
    desk.content.bank = new.bank
    desk.content.postings = new.postings
    if let fault = new.faults.first {
      notice = Notice(text: "\(fault). The built-in one is used instead.", isError: true)
    }
    refresh()
  }

  /// Adds what met to what is said of a change.
  private mutating func tell(_ met: [Meeting]) {
    guard let sentences = Meeting.notice(met) else { return }
    notice = Notice(text: (notice.map { $0.text + " " } ?? "") + sentences)
  }
}

extension ConfirmOverlay {
  /// Undo would put a private note out of sight.
  fileprivate static func undoing(
    adding company: String, _ effect: Effect
  ) -> ConfirmOverlay {
    ConfirmOverlay(
      question: "Undo adding \(company)? It has a private note.",
      detail:
        "The note is hidden along with it. {redo} brings both back, as long as you save nothing "
        + "new.",
      yes: [.effect(effect)])
  }

  /// Undo would take back what another window or a command did.
  fileprivate static func undoing(others title: String) -> ConfirmOverlay {
    ConfirmOverlay(
      question: "Undo what another window did last: \(title)?",
      detail: "You haven't changed anything since. {redo} brings it back.",
      yes: [.effect(.undoOthers)])
  }
}
