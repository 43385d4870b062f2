import DebriefModel
import TUI

/// What the next key works on, and what is on file of it: a key means what was on the screen when it
/// was pressed, whatever another window has written since.
public struct Bar: Equatable, Sendable {
  /// The thing under the bar, or the question that is asked.
  var thing: String
  /// What is known of it, where a key alone can change it.
  var content: Int?

  init(_ thing: String, _ content: Int? = nil) {
    self.thing = thing
    self.content = content
  }

  init(_ entity: Entity) { self.init(entity.id.text, entity.hashValue) }
}

extension App {
  /// What the next key works on; nil where keys work on nothing of the store.
  public var underBar: Bar? {
    switch overlays.last {
    case nil: break
    case .agenda?: return dueEntry.map { Bar($0.key) }
    case .inbox?: return sortedNote.map { Bar(.note($0)) }
    case .people(let it)?:
      return it.isTyping ? nil : selectedContact.map { Bar(.person($0.person)) }
    case .resumes?: return selectedResume.map { Bar($0.name, $0.resume?.hashValue) }
    case .afterNo?: return afterNoItem.map { Bar("\($0.step)", $0.hashValue) }
    case .improvements(let it)?:
      return openImprovements.at(it.list.selection).map { Bar(.improvement($0.improvement)) }
    default: return nil
    }
    switch screen {
    case .page: return nil
    case .home: return home.onDue ? dueEntry.map { Bar($0.key) } : home.target.map { Bar($0.text) }
    case .review: return review?.underBar
    }
  }

  /// A key that was pressed before anybody saw what another window had changed. The bar goes back to
  /// what it stood on; a key that would change what is different now, or act on something else, does
  /// nothing, and it is said.
  ///
  /// - Parameter seen: What was under the bar when the key was pressed.
  public mutating func handleUnseen(_ event: InputEvent, seen: Bar?, now: Moment) -> [Effect] {
    if let seen, underBar?.thing != seen.thing, let at = place(of: seen.thing) { select(at) }
    if underBar == seen || seen == nil { return handle(.input(event), now: now) }
    var next = self
    let effects = next.handle(.input(event), now: now)
    let changes = effects.contains { if case .apply = $0 { true } else { false } }
    let leads = !effects.isEmpty || next.overlays.count != overlays.count
    if changes || leads && underBar?.thing != seen?.thing {
      notice = Notice(
        text: "Another window changed this just now, so that key did nothing. Look again.")
      return []
    }
    self = next
    return effects
  }

  private func place(of thing: String) -> Int? {
    switch overlays.last {
    case .agenda?: home.agenda.firstIndex { $0.key == thing }
    case .inbox(let it)?: notes(it).firstIndex { $0.note.id.text == thing }
    case .people?: contacts.firstIndex { $0.person.id.text == thing }
    case .resumes?: resumes?.firstIndex { $0.name == thing }
    case .afterNo?: afterNo.firstIndex { "\($0.step)" == thing }
    case .improvements?: openImprovements.firstIndex { $0.improvement.id.text == thing }
    case nil where screen == .home && home.onDue: home.agenda.firstIndex { $0.key == thing }
    case nil where screen == .review: review?.place(of: thing)
    default: nil
    }
  }

  private mutating func select(_ at: Int) {
    func moved(_ list: ListState) -> ListState {
      var list = list
      list.select(at, count: at + 1, height: max(1, size.height - 6))
      return list
    }
    switch overlays.last {
    case .agenda(var it)?:
      it.list = moved(it.list)
      overlays[overlays.count - 1] = .agenda(it)
    case .inbox(var it)?:
      it.list = moved(it.list)
      overlays[overlays.count - 1] = .inbox(it)
    case .people(var it)?:
      it.list = moved(it.list)
      overlays[overlays.count - 1] = .people(it)
    case .resumes(var it)?:
      it.list = moved(it.list)
      overlays[overlays.count - 1] = .resumes(it)
    case .afterNo(var it)?:
      it.list = moved(it.list)
      overlays[overlays.count - 1] = .afterNo(it)
    case .improvements(var it)?:
      it.list = moved(it.list)
      overlays[overlays.count - 1] = .improvements(it)
    case nil where screen == .home: home.due = moved(home.due)
    case nil: review?.hold(at)
    default: break
    }
  }
}

extension Review {
  /// What the keys of the focused pane work on.
  var underBar: Bar? {
    switch focus {
    case .findings: findings.current(dossier).map { Bar(.finding($0)) }
    case .feedback: feedback.current(dossier).map { Bar(.feedback($0)) }
    case .script: script.current(dossier).map { Bar(.turn($0)) }
    case .checklist:
      checklist.entry(wizard).map { Bar($0.item.id, $0.response.hashValue) } ?? Bar("begin")
    case .preparation: preparation.current.map { Bar(Review.name($0), $0.entry.hashValue) }
    case .letters: letters.current(dossier).map { Bar(.letter($0)) }
    }
  }

  /// Where that thing is now in the focused pane.
  func place(of thing: String) -> Int? {
    switch focus {
    case .findings: findings.shown(dossier).firstIndex { $0.id.text == thing }
    case .feedback: dossier.feedback.firstIndex { $0.id.text == thing }
    case .script: dossier.turns.firstIndex { $0.id.text == thing }
    case .checklist: wizard?.entries.firstIndex { $0.item.id == thing }
    case .preparation: preparation.items.firstIndex { Review.name($0) == thing }
    case .letters: dossier.letters.firstIndex { $0.id.text == thing }
    }
  }

  private static func name(_ item: PreparationItem) -> String {
    item.entry?.id.text ?? "\(item)"
  }
}

extension Array {
  fileprivate func at(_ index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
