import DebriefApp
import DebriefContent
import DebriefModel
import DebriefStore
import Foundation
import TUI
import TestSupport
import Testing

/// The app on a real store in a temporary folder, with a standing clock and no terminal: what the
/// program's own runner does, without a tty.
final class Desk {
  private(set) var app: App
  let store: Store
  let library = Library(userFolder: nil)
  var now: Moment
  /// Effects the desk does not carry out, for tests to look at.
  private(set) var unhandled: [Effect] = []
  /// The words a dictionary was asked about, in order.
  var looked: [String] = []
  /// The file that is offered for what could not be stored, and the files that were written.
  var refuge: String?
  private(set) var files: [String: String] = [:]
  /// Whether the store refuses everything that is to be written.
  var refusesAll = false
  /// What the next editor brings back; nil for no change.
  var edited: String?

  init(
    _ size: Size = Size(80, 24), sample: Bool = true, ascii: Bool = false,
    commands: CommandTable = .standard
  ) throws {
    now = TestClock.morning
    store = try Store.temporary()
    if sample {
      let archive = try JSONDecoder().decode(Archive.self, from: Data(library.sample()))
      _ = try store.merge(archive, dryRun: false, at: now)
    }
    app = App(size: size, now: now, ids: IDSource(seed: 1), ascii: ascii, commands: commands)
    run(app.start())
    run(app.afterFirstFrame())
    if let help = library.text("help.md") { app.introduce(help) }
    if let sources = library.text("sources.md") { app.cite(sources) }
  }

  func send(_ message: Message) { run(app.handle(message, now: now)) }

  /// Plays keys in the notation of ``KeyScript``.
  func keys(_ script: String) throws {
    for step in try KeyScript(parsing: script).steps {
      switch step {
      case .event(let event): send(.input(event))
      case .resize(let size): send(.input(.resize(size)))
      case .advance(let seconds): now = now.adding(seconds: seconds)
      case .expect(let text, let line):
        #expect(app.frame().text.contains(text), "line \(line) of the script")
      case .saveScreen: break
      }
    }
  }

  private func run(_ effects: [Effect]) {
    for effect in effects {
      do { try perform(effect) } catch {
        send(.failed("\(error)", of: effect))
        if case .apply = effect { return }
      }
    }
  }

  private func write(_ effect: Effect) throws {
    switch effect {
    case .apply(let change, let sequel):
      let (done, met) = try store.applyMeeting(change, at: now)
      send(.applied(done, met: met, then: sequel))
    case .saveDraft(let draft, _): try store.save(draft)
    case .discardDraft(let scope):
      if let next = try store.discardDraft(scope: scope) { send(.inherited(next)) }
    case .savePrivate(let note, let base, _):
      send(.keptPrivate(note, stored: try store.save(note, over: base)))
    default: break
    }
  }

  private func perform(_ effect: Effect) throws {
    switch effect {
    case .loadShelf(let request): send(.shelf(try store.shelf(request), request))
    case .loadAgenda:
      send(.agenda(try store.agenda(today: now.day)))
      send(.waiting(try store.waiting()))
    case .loadInbox: send(.inbox(try store.waitingNotes()))
    case .loadPeople(let words): send(.people(try store.contacts(words, now: now), words: words))
    case .loadPlaces(let words):
      send(.places(try store.shelf(.init(.top, count: 30, filter: words)).rows, words: words))
    case .recognise(let text): send(.mention(try store.mention(in: text), text: text))
    case .findTwin(let change): send(.twin(try store.twin(of: change), of: change))
    case .lookUp(let company):
      let earlier = try store.shelf(.init(.top, count: 9, filter: company)).rows
      send(.known(company: company, people: try store.people(company: company), earlier: earlier))
    case .loadDossier(let id, let sequel): send(.dossier(try store.dossier(id), then: sequel))
    case .weigh(let change, let id): send(.weighed(change, try store.dossier(id)))
    case .loadTeachings(let id): send(.teachings(try store.teachings(for: id, limit: 3), id))
    case .loadContent(let branch, let sequel):
      var content = Desk.content
      content.checklists = content.checklists.filter { $0.key == branch }
      send(.content(content, then: sequel))
    case .apply, .saveDraft, .savePrivate, .discardDraft:
      if refusesAll { throw StoreError.full("notes.db") }
      try write(effect)
    case .undo:
      do { send(.undone(try store.undo(at: now))) } catch StoreError.hidesPrivateNote(let company) {
        send(.undoHides(company: company))
      }
    case .undoOthers: send(.undone(try store.undo(at: now)))
    case .undoHiding: send(.undone(try store.undo(at: now, hidingPrivateNotes: true)))
    case .loadHistory(let limit): send(.history(try store.history(limit: limit)))
    case .undoDown(let number, let seen, _):
      send(.undoneDown(try store.undo(downTo: number, at: now, expecting: seen)))
    case .redo: send(.redone(try store.redo(at: now)))
    case .search(let words, let limit):
      send(.hits(try store.search(words, limit: limit), words: words))
    case .edit, .editAfresh: send(.edited(edited))
    case .findRefuge: send(.refuge(refuge))
    case .writeUnsaved(let text, let path, _):
      if files[path] != nil { throw StoreError.refused("there is one of that name") }
      files[path] = text
      send(.written(path))
    case .loadPrivate(let id): send(.privateNote(id, try store.privateNote(id)))
    case .loadImprovements(let id):
      send(.improvements(try store.openImprovements(besides: id, limit: App.carriedLimit)))
    case .loadProfile: send(.profile(try store.profile()))
    case .loadResumes:
      send(.resumes(try store.resumes(now: now, limit: App.resumeLimit)))
    case .loadLive(let id):
      let live = try store.live(besides: id, now: now, limit: LiveApplication.most)
      send(.live(live, besides: id))
    case .draftLetter(let wanted): try draft(wanted)
    case .loadHedges: send(.hedges(Library(userFolder: nil).hedges()))
    case .loadRefusalWords:
      send(.refusalWords(Library(userFolder: nil).refusals().words))
    case .loadLintWords: send(.lintWords(Desk.lintWords))
    case .afterwards(let effect): try perform(effect)
    case .loadLetterDesk(let id, let letter, let sequel):
      if let desk = try letterDesk(id, letter: letter) { send(.letterDesk(desk, then: sequel)) }
    case .checkWords(let words, let text, let wanted): try check(words, text, wanted)
    case .loadFollowThrough: send(.followThrough(try store.followThrough()))
    case .listLeft, .takeLeft, .removeLeft, .loadSample, .repaint, .suspend, .quit, .copyLetter,
      .mailLetter, .writeLetter:
      unhandled.append(effect)
    }
  }

  /// What letters are checked by, read once for all tests.
  static let lintWords = Library(userFolder: nil).lintWords().words

  /// The shipped content, read once for all tests.
  static let content = Library(userFolder: nil).content()

  /// The screen as text.
  var screen: String { app.frame().text }
}

/// Compares a screen with the one on file.
func expectScreen(
  _ frame: Frame, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try Recorded.expect(
    frame.text, "Screens/\(name).\(frame.size.width)x\(frame.size.height).screen",
    context: frame.text, sourceLocation: sourceLocation)
}

/// What must hold for every frame of every state.
func brokenInvariant(_ app: App) -> String? {
  let frame = app.frame()
  let width = frame.size.width
  guard frame.cells.count == width * frame.size.height else { return "a frame of a wrong size" }
  for y in 0..<frame.size.height {
    for x in 0..<width {
      let cell = frame.cells[y * width + x]
      if cell.isContinuation, x == 0 || frame.cells[y * width + x - 1].width != 2 {
        return "half of a wide character at \(x),\(y)"
      }
      if cell.width == 2, x + 1 >= width || !frame.cells[y * width + x + 1].isContinuation {
        return "a wide character without its half at \(x),\(y)"
      }
      if cell.base != 0, cell.base < 0x20 || (0x7F..<0xA0).contains(cell.base) {
        return "a control character at \(x),\(y)"
      }
    }
  }
  if let cursor = frame.cursor,
    cursor.x < 0 || cursor.y < 0 || cursor.x >= width || cursor.y >= frame.size.height
  {
    return "the cursor is off the screen"
  }
  return nil
}
