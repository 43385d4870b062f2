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
  }

  /// The size of the terminal.
  public internal(set) var size: Size
  /// The clock as of the message being handled.
  public internal(set) var now: Moment
  /// Whether the user has left.
  public internal(set) var isFinished = false
  let ascii: Bool
  /// What can be done, and the keys for it.
  var commands: CommandTable
  var ids: IDSource
  var content = Content()
  var screen = Screen.home
  var home = Home()
  var review: Review?
  /// The screen a page was opened from.
  var pageFrom = Screen.home
  var pageTop = 0
  var overlays: [Overlay] = []
  /// The people on file that were read last.
  var contacts: [Contact] = []
  var notice: Notice?
  var pendingKeys: [Key] = []
  var drafts: [String: Draft] = [:]
  /// What is to be opened once the dossier it needs is here.
  var after: AfterLoad?
  /// A form whose change is on its way to the store: it comes back when the store refuses it.
  var submitted: FormOverlay?
  /// The applications that what is being captured names.
  var mention = Mention()
  /// The open changes of other applications, as of the last time the list was opened.
  var carried: [Carried] = []
  /// Who looks for work, as of the last time their form was opened.
  var profile: Profile?
  /// The versions of the résumé; nil before they were asked for, and after a change.
  var resumes: [ResumeRecord]?
  /// What lies around the letters, as of the last time they were looked at.
  var letterDesk: LetterDesk?
  /// What checks letters, once its words were read.
  var linter: Linter?
  /// The words that are marked in answers; read when the first answer is looked at.
  var hedges: Hedges?
  /// A letter whose change is on its way to the store: it comes back when the store refuses it.
  var unsaved: LetterEditor?
  /// The line that was typed; it comes back when what it was for could not be done.
  var naming: PromptOverlay?
  /// What is being left while its words are on their way to the store; it comes back when the store
  /// refuses them.
  var closing: Overlay?
  /// Whether there are texts that editors left behind, and whether a draft was gone back to before.
  var hasLeft = false
  var hasResumed = false
  /// The texts that editors left behind, as of the last time they were looked at.
  var left: [LeftText] = []
  /// Whether the store is thrown away at the end.
  let isDemo: Bool
  /// The branches whose checklists were asked for.
  var asked: Set<Branch> = []
  /// Whether a dossier waits for its checklist to be read.
  var waitsForContent = false
  /// Text the help shows above the keys.
  private(set) var introduction: [String] = []
  /// The works that advice comes from, for the help.
  private(set) var sources: [Source] = []

  /// What waits for a dossier.
  enum AfterLoad: Equatable, Sendable {
    case page
    case form(FormPurpose)
    case review(PaneID?)
    /// The review, at what a search found.
    case hit(Entity.Kind, ID)
    case delete
    case sort(Note)
    /// Whether a change needs a word about what else could explain it.
    case weigh(Change)
  }

  /// A fresh start.
  public init(
    size: Size, now: Moment, ids: IDSource, ascii: Bool = false, isReadOnly: Bool = false,
    isDemo: Bool = false, commands: CommandTable = .standard
  ) {
    self.commands = commands
    self.isDemo = isDemo
    home.isReadOnly = isReadOnly
    self.size = size
    self.now = now
    self.ids = ids
    self.ascii = ascii
  }

  /// What to do before the first frame: only the rows that can be seen.
  public mutating func start() -> [Effect] {
    // The rest of the window and what is due follow once something is on the screen.
    [.loadShelf(Shelf.Request(.top, count: Home.listHeight(size, due: 0) + 1))]
  }

  /// What to do right after the first frame.
  public mutating func afterFirstFrame() -> [Effect] {
    asked = [.rejectedAfterInterview]
    return [.loadAgenda] + home.fill(size: size) + [.loadContent(.rejectedAfterInterview)]
  }

  /// Takes the list of works that the advice comes from.
  public mutating func cite(_ text: String) { sources = Source.list(text) }

  /// Takes the help's own text, paragraphs parted by empty lines.
  public mutating func introduce(_ text: String) {
    introduction = []
    var paragraph = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        if !paragraph.isEmpty { introduction.append(paragraph) }
        paragraph = ""
      } else if !line.hasPrefix("#") {
        paragraph += (paragraph.isEmpty ? "" : " ") + line
      }
    }
    if !paragraph.isEmpty { introduction.append(paragraph) }
  }

  /// Shows a sentence about what is wrong outside of the store, beside what is said already.
  public mutating func warn(_ sentence: String) {
    let said = notice.map { $0.text + " " } ?? ""
    notice = Notice(text: said + sentence, isError: true)
  }

  /// Whether something could be half typed.
  public var isTyping: Bool { !overlays.isEmpty }

  /// What is being typed and not yet saved.
  public var draft: Draft? {
    for overlay in overlays.reversed() {
      if case .form(let it) = overlay { return it.draft }
      if case .letter(let it) = overlay { return it.draft }
    }
    return nil
  }

  /// The name under which what is being typed would be kept; nil while nothing is.
  public var scope: String? {
    for overlay in overlays.reversed() {
      if case .form(let it) = overlay { return it.purpose.scope }
      if case .letter(let it) = overlay { return it.purpose.scope }
    }
    return nil
  }

  /// Answers a message. `now` is the time it arrived.
  public mutating func handle(_ message: Message, now: Moment) -> [Effect] {
    self.now = now
    return answer(message) + wantedHome()
  }

  private mutating func answer(_ message: Message) -> [Effect] {
    switch message {
    case .input(let event):
      if case .resize(let size) = event {
        self.size = size
        if home.dueRows(size) == 0 { home.onDue = false }
        return home.fill(size: size)
      }
      (notice, naming, closing) = (nil, nil, nil)
      let before = captured
      var effects = input(event)
      // On the list alone nothing more is ever wanted.
      guard screen != .home || !overlays.isEmpty else { return effects }
      effects += wantedReadings()
      effects += wantedMention(before)
      return effects
    case .started(let drafts):
      self.drafts = Dictionary(drafts.map { ($0.scope, $0) }, uniquingKeysWith: { a, _ in a })
      if let draft = drafts.first, let purpose = FormPurpose(scope: draft.scope) {
        notice = Notice(text: "You were typing \(purpose.label). {draft.resume} goes back to it.")
      }
      if home.isReadOnly {
        notice = Notice(
          text: "Read only: the notes or their folder cannot be written, so nothing can be saved.",
          isError: true)
      }
      return []
    case .shelf(let shelf, let request): return home.take(shelf, request, size: size)
    case .agenda(let facts):
      home.facts = facts
      home.entries = Agenda.entries(facts, now: now)
      home.clampDue()
      return []
    case .waiting(let waiting):
      home.inboxEntry = Agenda.inbox(waiting, now: now)
      home.clampDue()
      return []
    case .inbox(let notes):
      home.inbox = notes
      return []
    case .people(let contacts, let words):
      take(people: contacts, words: words)
      return []
    case .places(let rows, let words):
      take(places: rows, words: words)
      return []
    case .mention(let mention, let text):
      take(mention, of: text)
      return []
    case .known(let company, let people, let earlier):
      note(company: company, people: people, earlier: earlier)
      return []
    case .twin(let twin, let change): return take(twin: twin, of: change)
    case .content(let new):
      content.checklists.merge(new.checklists) { _, latest in latest }
      content.reasons = new.reasons
      content.bank = new.bank
      if let fault = new.faults.first {
        notice = Notice(text: "\(fault); the shipped one is used.", isError: true)
      }
      refreshReview()
      guard waitsForContent else { return [] }
      waitsForContent = false
      return opened(review?.dossier)
    case .dossier(let dossier): return opened(dossier)
    case .inherited(let draft):
      drafts[draft.scope] = draft
      return []
    case .applied(_, let met):
      (submitted, naming) = (nil, nil)
      unsaved = nil
      tell(met)
      return reload()
    case .undone(let change):
      notice = Notice(text: change.map { "Undone: \($0.title)." } ?? "There is nothing to undo.")
      return reload()
    case .undoHides(let company):
      overlays.append(
        .confirm(
          ConfirmOverlay(
            question: "Undo the adding of \(company)? It has a private note.",
            detail:
              "The note goes out of sight with it; {redo} brings both back, as long as nothing new "
              + "is saved.",
            yes: .undoHiding)))
      return []
    case .undoOfOthers(let title):
      overlays.append(
        .confirm(
          ConfirmOverlay(
            question: "Undo what another window did last: \(title)?",
            detail: "Nothing of yours came after it. {redo} does it again.", yes: .undoOthers)))
      return []
    case .redone(let change):
      notice = Notice(
        text: change.map { "Done again: \($0.title)." } ?? "There is nothing to redo.")
      return reload()
    case .failed(let sentence):
      if let form = submitted {
        submitted = nil
        after = nil
        overlays.append(.form(form))
      }
      if var prompt = naming {
        naming = nil
        prompt.fault = sentence
        overlays.append(.prompt(prompt))
        return []
      }
      if let letter = unsaved {
        unsaved = nil
        overlays.append(.letter(letter))
      }
      switch after {
      case .form(let it)? where it.kind is OpenLetterForm: after = nil
      case .weigh?: after = nil
      default: break
      }
      review?.letters.sending = nil
      notice = Notice(text: sentence, isError: true)
      if let overlay = closing {
        closing = nil
        return refused(overlay)
      }
      return []
    case .refuge(let path):
      askUnsaved(refuge: path)
      return []
    case .written(let path):
      wrote(path)
      return []
    case .hasLeft:
      hasLeft = true
      return []
    case .leftTexts(let texts): return showLeft(texts)
    case .leftHere(let it, let text, let name):
      offerLeft(it, instead: text, name: name)
      return []
    case .edited(let text):
      if let text { setEdited(text) }
      return wantedMention(nil)
    case .hits(let hits, let words):
      if case .search(var search)? = overlays.last {
        search.hits = hits
        if search.words != words { search.list = ListState() }
        search.words = words
        overlays[overlays.count - 1] = .search(search)
      }
      return []
    case .teachings(let teachings, let id):
      guard review?.dossier.application.id == id else { return [] }
      review?.preparation.teachings = teachings
      refreshReview()
      return []
    case .changedOutside:
      return reload()
    case .loadedSample:
      notice = Notice(text: "Sample data loaded; {undo} takes it out again.")
      return reload()
    case .privateNote(let id, let note): return openedPrivateNote(id, note)
    case .keptPrivate(let note, let stored):
      keptPrivate(note, stored)
      return []
    case .improvements(let carried):
      self.carried = carried
      return []
    case .profile(let it):
      profile = it
      open(.profile)
      return []
    case .resumes(let records):
      take(records)
      return []
    case .live(let live, let id):
      guard review?.dossier.application.id == id else { return [] }
      review?.live = live
      refreshReview()
      return []
    case .drafted(let draft, let wanted, let desk): return drafted(draft, wanted, desk)
    case .letterDesk(let desk): return arrived(desk)
    case .lintWords(let words):
      linter = Linter(words: words)
      return []
    case .hedges(let phrases):
      hedges = Hedges(phrases)
      refreshReview()
      return []
    case .words(let report, let foreign): return looked(report, foreign: foreign)
    case .followThrough(let counts):
      overlays.append(.followThrough(FollowThroughOverlay(counts: counts)))
      return []
    case .told(let sentence):
      naming = nil
      notice = Notice(text: sentence)
      return []
    }
  }

  /// Works out again what follows from the dossier and the content.
  mutating func refreshReview() {
    review?.hedges = hedges
    review?.preparation.hedges = hedges
    review?.refresh(content: content, now: now)
  }

  /// What a form or a pane reads.
  var formContext: FormContext {
    FormContext(
      dossier: review?.dossier, content: content, now: now, wizard: review?.wizard,
      people: contacts.map(\.person), recent: home.rows, mention: mention, carried: carried,
      profile: profile,
      resumes: resumes ?? [], live: review?.live ?? [],
      available: review?.preparation.teachings?.available ?? "", letterDesk: letterDesk)
  }

  private mutating func setEdited(_ text: String) {
    if case .letter? = overlays.last { return setEditedLetter(text) }
    guard case .form(var overlay)? = overlays.last else { return }
    let fields = overlay.form.fields
    guard fields.indices.contains(overlay.form.focus) else { return }
    overlay.form.set(fields[overlay.form.focus].id, text)
    overlays[overlays.count - 1] = .form(overlay)
  }
}
