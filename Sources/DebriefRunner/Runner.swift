import DebriefApp
import DebriefContent
import DebriefModel
import DebriefStore
import Glibc
import Spelling
import TUI
import Terminal

/// Does what the app wants done, and tells it what came of it. The only place where the screen's
/// state meets the store, the clock and the terminal.
package final class Runner {
  var app: App
  /// The notes: everything that is read and written goes there, by the one thread that has this runner.
  package let store: Store
  let library: Library
  let device: any TerminalDevice
  let editor: Editor
  /// Files whose text is in a form and waits to be stored, by path, and the draft it is in.
  var comingBack: [String: String] = [:]
  /// What editors of this run left behind: the file, the draft and the field it was for.
  var leftHere: [(path: String, scope: String, name: String)] = []
  /// Why what is typed could not be stored the last time; nil when it was.
  private(set) var unkept: String? {
    didSet {
      guard oldValue != unkept else { return }
      device.promise(isDemo ? .sample : unkept == nil ? .kept : .unsaved)
      if (oldValue == nil) != (unkept == nil) { send(.unkept(unkept != nil)) }
    }
  }
  /// When the store refused that last.
  private var refusedAt = 0.0
  /// Files with what is typed for as long as the store does not take it, by the place of the text.
  var rescues: [String: (text: String, file: EditorFiles.Held)] = [:]
  /// What was to be put into files the last time.
  var rescueTried: [String] = []
  /// What waits until another program lets go of the store's file.
  var postponed: [Effect] = []
  /// Whether the store's file could not be read the last time, and whether drafts are yet to be read.
  var isBusy = false
  var needsDrafts = false
  /// When the store's file is tried again; nil while nothing waits for it.
  var retryAt: Double?
  /// Seconds until that, more with every try.
  var retryDelay = Runner.firstRetry
  /// Whether a backup is made on each day of use: by the real screen.
  package var keepsBackups = false
  /// Where lines that were entered are kept: with the real screen, and never those of the sample.
  package var lines: LineMemory?
  /// The day whose backup was made or looked for.
  var backupDay: Day?
  /// A backup on its way, and what became of it.
  var backup: BackupMaking?
  var publishing: Aside<Result<Backups.Backup, any Error>>?
  /// When the backup goes on; nil while there is none.
  var backupAt: Double?
  /// A round through the backups, for private notes that were deleted, and when it goes on.
  var forgetting: Store.Forgetting?
  var forgetAt: Double?
  /// Shows what is there before something long.
  var showFrame: () -> Void = {}
  private let isDemo: Bool
  var session: Session
  /// The draft as it was last stored, by its scope.
  var kept: [String: Draft] = [:]
  /// The private note as it was last stored while it was being typed.
  var keptPrivate: PrivateNote?
  var token = 0
  /// How often a message was answered: what the screen shows is as it was while this stays.
  private(set) var answered = 0
  /// What waits for a frame.
  var afterwards: [Effect] = []
  /// The dictionary of the language that was asked for last.
  private var dictionary: Speller?

  /// Looks on at every effect before it is carried out; nobody does but a test.
  var watch: ((Effect) -> Void)?
  /// Folders of the user's that may take a file where the store takes nothing, the likeliest first.
  lazy var refuges = Runner.refuges(session.environment)
  /// Where a path leads that the user begins nowhere; empty for the folder the program was started in.
  var folder = ""
  /// Reads what is shown of a branch. Tests keep it, for they open hundreds of applications.
  lazy var content = { [library] (branch: Branch) in library.content(only: branch) }

  /// Makes the screen of a store, and throws what that throws. Nothing is read before ``start()``.
  ///
  /// - Parameter commands: The keys; those of the settings where none are given.
  package init(
    session: Session, store: Store, device: any TerminalDevice, isDemo: Bool = false,
    commands: CommandTable? = nil
  ) throws {
    self.session = session
    self.store = store
    self.device = device
    self.isDemo = isDemo
    library = session.library
    editor = Editor(
      files: EditorFiles(session.paths, store: isDemo ? nil : store.path),
      environment: session.environment, chosen: session.configuration.settings.editor)
    (store.readingWait, store.writingWait) = (Runner.shortWait, Runner.shortWait)
    app = App(
      size: device.size, now: session.now, ids: try session.ids(store), ascii: device.isASCII,
      isReadOnly: store.isReadOnly, isDemo: isDemo,
      commands: commands ?? session.configuration.commands)
    app.opens(with: session.configuration.settings.opens)
    token = store.changeToken
    device.promise(isDemo ? .sample : .kept)
  }

  /// Reads what the first frame shows.
  func start() {
    run(app.start())
    takeDrafts()
  }

  /// Takes over what was half typed before.
  func takeDrafts() {
    needsDrafts = false
    do {
      let drafts = try store.takeDrafts()
      kept = Dictionary(drafts.map { ($0.scope, $0) }, uniquingKeysWith: { a, _ in a })
      send(.started(drafts: drafts, names: try store.names(of: drafts.flatMap(\.applications))))
    } catch StoreError.locked {
      needsDrafts = true
      becomeBusy()
    } catch { send(.failed(Failure(error).description)) }
  }

  /// Reads what can wait until something is on the screen.
  func settle() {
    run(app.afterFirstFrame())
    if !store.isReadOnly, !isDemo { store.takeSeat() }
    if let help = library.text("help.md") { app.introduce(help) }
    if let sources = library.text("sources.md") { app.cite(sources) }
    if let lines { app.recall(lines.entered) }
    // That nothing can be saved is said already, and weighs more.
    if !store.isReadOnly, let stranger = library.strangers().first {
      send(.failed("\(stranger). The built-in one is used instead."))
    }
    sayWhatIsLeft()
    if let warning = session.configuration.warning { app.warn(warning) }
    let others = store.otherScreens
    if let first = others.first { app.meet(others: others.count, first) }
  }

  /// Looks at a value without a copy of it: one of the state counts a hundred references up and down.
  static func look<T, R>(_ value: inout T, _ body: (borrowing T) -> R) -> R { body(value) }

  private var now: Moment { Runner.look(&session) { $0.now } }

  /// What is to be shown.
  func frame(_ memory: DrawMemory) -> Frame { Runner.look(&app) { $0.frame(memory) } }

  /// Whether the user has left.
  var isFinished: Bool { Runner.look(&app) { $0.isFinished } }

  /// Passes a message on and does all that follows from it.
  package func send(_ message: Message) { run(app.handle(message, now: now)) }

  /// Does what could wait until the screen was painted; false when there was nothing.
  func catchUp() -> Bool {
    guard !afterwards.isEmpty else { return false }
    let effects = afterwards
    afterwards = []
    run(effects)
    return true
  }

  /// An event from the terminal; what another process wrote is looked at first.
  func input(_ event: InputEvent) {
    let seen = store.changeToken
    // Said behind the key, for a key takes away what was said before it.
    let isHeld = store.isUnasked
    if isHeld { store.readingWait = 0 }
    defer { if isHeld { becomeBusy() } }
    guard seen != token else { return send(.input(event)) }
    let bar = app.underBar
    meet(seen)
    run(app.handleUnseen(event, seen: bar, now: now))
  }

  /// Another process wrote: what is shown is read again.
  func meet(_ seen: Int) {
    token = seen
    // It may have deleted what this screen had stored of a private note, or put another file in place.
    keptPrivate = keptPrivate.flatMap { isOnFile($0) ? $0 : nil }
    send(.changedOutside)
  }

  private func isOnFile(_ note: PrivateNote) -> Bool {
    do { return try store.privateNote(note.application) != nil } catch { return true }
  }

  func run(_ effects: [Effect]) {
    answered += 1
    var isStored = false
    for effect in effects {
      watch?(effect)
      do {
        try carryOut(effect)
        if case .apply = effect { isStored = true }
        if isStored, case .discardDraft(let scope) = effect { letGo(of: scope) }
      } catch {
        send(.failed(Failure(error).description, of: effect))
        // What was to follow a change, such as forgetting its draft, waits for it.
        if case .apply = effect { return }
      }
    }
  }

  func perform(_ effect: Effect) throws {
    switch effect {
    case .loadShelf(let request): send(.shelf(try store.shelf(request), request))
    case .loadAgenda:
      send(.agenda(try store.agenda(today: session.now.day)))
      send(.waiting(try store.waiting()))
    case .loadInbox: send(.inbox(try store.waitingNotes()))
    case .loadPeople(let words):
      send(.people(try store.contacts(words, now: session.now), words: words))
    case .loadPlaces(let words):
      send(.places(try store.shelf(.init(.top, count: 30, filter: words)).rows, words: words))
    case .recognise(let text): send(.mention(try store.mention(in: text), text: text))
    case .findTwin(let change): send(.twin(try store.twin(of: change), of: change))
    case .lookUp(let company):
      let earlier = try store.shelf(.init(.top, count: 9, filter: company)).rows
      send(.known(company: company, people: try store.people(company: company), earlier: earlier))
    case .loadDossier(let id, let sequel): send(.dossier(try store.dossier(id), then: sequel))
    case .loadBeside(let id): if let it = try store.dossier(id) { send(.beside(it)) }
    case .weigh(let change, let id): send(.weighed(change, try store.dossier(id)))
    case .loadTeachings(let id): send(.teachings(try store.teachings(for: id, limit: 3), id))
    case .loadContent(let branch, let sequel): send(.content(content(branch), then: sequel))
    case .apply(let change, let sequel): try apply(change, then: sequel)
    case .undo: try undo(ofOthers: false)
    case .undoOthers: try undo(ofOthers: true)
    case .undoHiding: send(.undone(try store.undo(at: session.now, hidingPrivateNotes: true)))
    case .loadHistory(let limit): send(.history(try store.history(limit: limit)))
    case .undoDown(let number, let seen, let hiding):
      try undo(downTo: number, seen: seen, hidingPrivateNotes: hiding)
    case .redo: send(.redone(try store.redo(at: session.now)))
    case .search(let words, let limit):
      send(.hits(try store.search(words, limit: limit), words: words))
    case .saveDraft(let draft, _): if kept[draft.scope] != draft { try save(draft) }
    case .discardDraft(let scope): try discard(scope)
    case .edit(let text, let name): try edit(text, name, afresh: false)
    case .editAfresh(let text, let name): try edit(text, name, afresh: true)
    case .listLeft: send(.leftTexts(leftTexts()))
    case .takeLeft(let path): try takeLeft(path)
    case .removeLeft(let path): try editor.files.discard(path)
    case .keepLine(let line, let kind): lines?.add(line, kind)
    case .findRefuge(let isPrivate, let bytes):
      send(.refuge(refuge(isPrivate: isPrivate, bytes: bytes)))
    case .writeUnsaved(let text, let path, _): try writeUnsaved(text, path)
    case .loadSample:
      _ = try store.merge(session.sample(), dryRun: false, at: session.now)
      send(.loadedSample)
    case .loadPrivate(let id):
      keptPrivate = nil
      send(.privateNote(id, try store.privateNote(id)))
    case .savePrivate(let note, let base, _):
      try save(note, over: base)
      keptPrivate = nil
    case .loadImprovements(let id):
      send(.improvements(try store.openImprovements(besides: id, limit: App.carriedLimit)))
    case .loadProfile: send(.profile(try store.profile()))
    case .loadResumes:
      let resumes = try store.resumes(now: session.now, limit: App.resumeLimit)
      send(.resumes(resumes, covers: try store.coverVersions(limit: App.coverLimit)))
    case .loadRecord(let sequel):
      try count(effect) { try months(.all).map { .record($0, then: sequel) } }
    case .loadChangeRecord(let change):
      try count(effect) { try record(of: change).map { .changeRecord(change, $0) } }
    case .loadEarlier(let id, let day): send(try earlier(id, day))
    case .loadDrill(let id): send(.drill(try store.drill(for: id, now: session.now)))
    case .loadMonths(let it): try count(effect) { try months(it).map { .months($0) } }
    case .loadMonthFacts(let window, let key):
      try count(effect) { try monthFacts(window, key).map { .monthFacts($0) } }
    case .loadLive(let id):
      let live = try store.live(besides: id, now: session.now, limit: LiveApplication.most)
      send(.live(live, besides: id))
    case .draftLetter(let wanted): try draft(wanted)
    case .loadHedges: send(.hedges(library.hedges()))
    case .loadRefusalWords: send(.refusalWords(library.refusals().words))
    case .loadLintWords: send(.lintWords(library.lintWords().words))
    case .afterwards(let effect): afterwards.append(effect)
    case .loadLetterDesk(let id, let letter, let sequel):
      if let desk = try letterDesk(id, letter: letter) { send(.letterDesk(desk, then: sequel)) }
    case .checkWords(let words, let text, let wanted): try check(words, text, wanted)
    case .loadFollowThrough: send(.followThrough(try store.followThrough()))
    case .loadLessons: send(.lessons(try store.lessons()))
    case .loadEverything(let id, let columns): try everything(id, columns: columns)
    case .copyLetter(let id, let application): try copy(id, application)
    case .mailLetter(let id, let application): try openMail(id, application)
    case .speak(let text): try SpeechProgram(environment: session.environment).say(text)
    case .writeLetter(let id, let application, let path, _):
      try write(id, application, path: path)
    case .readFile(let wanted, _): try read(wanted)
    case .bringIn(let change): try bringIn(change)
    case .repaint: device.repaint()
    case .suspend: suspend()
    case .quit: break
    }
  }

  /// Stops until the shell brings the program back; what is half typed is stored before, or the shell's
  /// screen says that it is not.
  func suspend() {
    keepDraft()
    if let unkept { complain("what you were typing isn't saved: \(unkept) Type fg to go back.") }
    device.suspend()
    send(.input(.resize(device.size)))
  }

  /// Whether something is typed that is not stored yet.
  var hasUnkeptDraft: Bool {
    guard Runner.look(&app, { $0.isTyping }) else { return false }
    if let note = app.privateNote, note.text != keptPrivate?.text { return true }
    guard let draft = app.draft else { return false }
    return kept[draft.scope] != draft
  }

  /// Stores what is half typed, and says when it cannot be, or can be again. Until it can, a file has it.
  func keepDraft() {
    let before = unkept
    do {
      if let note = app.privateNote, note.text != keptPrivate?.text {
        // A private note never becomes a draft: it goes where it belongs at once.
        try save(note, over: app.privateNoteBase)
      }
      if let draft = app.draft, kept[draft.scope] != draft { try save(draft) }
    } catch {
      refused(error, before: before)
      return
    }
    unkept = nil
    dropRescues()
    if before != nil, app.draft != nil || app.privateNote != nil {
      send(.told("What you typed is saved now."))
    }
  }

  private func refused(_ error: any Error, before: String?) {
    refusedAt = Clock.monotonic
    rescue()
    let sentence = Failure(error).description
    unkept = sentence
    if case StoreError.locked? = error as? StoreError {
      retrySoon()
      guard before == nil, !isBusy else { return }
      send(.keptElsewhere)
    } else if before != sentence {
      send(.failed(sentence + (isRescued ? " What you type is kept in a file." : "")))
    }
  }

  /// After so many seconds without a key the screen is to be hidden; nil while it is, or where nobody
  /// asked for it.
  var hidesAfter: Double? {
    let minutes = session.configuration.settings.hideAfter
    return minutes > 0 && !Runner.look(&app) { $0.isHidden } ? Double(minutes) * 60 : nil
  }

  /// The next time at which what is typed has to be looked after, if it is not stored: soon after the
  /// typing rests, and soon enough while it goes on. Nil while a file has it and the store's file is tried
  /// again anyhow.
  func careTime(typedSince: Double, last: Double) -> Double? {
    let soon = min(last + EventLoop.draftPause, typedSince + EventLoop.draftDelay)
    if unkept == nil { return soon }
    // The store refused: a file is enough until it is asked again.
    guard isTriedToRescue else { return soon }
    return isWaiting ? nil : refusedAt + EventLoop.retryDelay
  }

  /// Looks after what is typed at that time.
  func care() {
    let rests = unkept != nil && (isWaiting || Clock.monotonic - refusedAt < EventLoop.retryDelay)
    if rests { rescue() } else { keepDraft() }
  }

  /// Nothing is typed any more that is not stored.
  func hasNothingUnkept() {
    if unkept != nil { unkept = nil }
    dropRescues()
  }

  private func save(_ draft: Draft) throws {
    try store.save(draft)
    kept[draft.scope] = draft
    letGo(of: draft)
  }

  /// The dictionary of a language; opened when a word is looked up, and kept.
  func speller(_ language: String) -> Speller {
    if let dictionary, dictionary.language == language { return dictionary }
    let new = Speller(language: language)
    dictionary = new
    return new
  }
}
