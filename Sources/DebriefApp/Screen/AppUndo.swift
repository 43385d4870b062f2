import DebriefModel
import TUI

/// What undo and redo bring back is shown: the question it was an answer to, the row it stands in.
extension App {
  /// What follows once the change was carried out and is to be seen.
  mutating func showing(_ change: Change) -> [Effect] {
    if screen == .home {
      for case .insert(.application(let it)) in change.operations where overlays.isEmpty {
        home.wanted = it.id
      }
      return []
    }
    guard screen == .review, let folder = desk.folder,
      change.operations.contains(where: { $0.entity.application == folder.id })
    else { return [] }
    // What is shown follows from the application as it is after the change.
    return [
      .loadDossier(
        folder.id,
        then: Sequel { app in
          app.show(change)
          return []
        })
    ]
  }

  private mutating func show(_ change: Change) {
    guard screen == .review, desk.folder != nil else { return }
    let items = change.operations.compactMap { operation -> String? in
      if case .response(let it) = operation.entity { it.item } else { nil }
    }
    // What went from the file has no row any more.
    let things = change.operations.compactMap { operation -> ID? in
      if case .delete = operation { nil } else { operation.entity.id }
    }
    if let top = overlays.last {
      for id in things {
        guard let row = top.row(of: id.text, desk) else { continue }
        onPlace { place, desk in place.hold(row, desk) }
        return
      }
      return
    }
    for item in items {
      let isThere = ChecklistPane.reach(&self) { pane, desk in
        let wizard = desk.folder?.wizard
        guard let at = wizard?.entries.firstIndex(where: { $0.item.id == item }) else {
          return false
        }
        pane.go(to: at, wizard, desk)
        return true
      }
      if isThere == true { return review.focus(.checklist) }
    }
    for id in things where review.show(thing: id, desk) { return }
  }
}

extension Review {
  /// Goes to the row of a thing; false where no pane has one.
  fileprivate mutating func show(thing: ID, _ desk: Desk) -> Bool {
    guard let folder = desk.folder else { return false }
    if folder.dossier.findings.contains(where: { $0.id == thing }) {
      // Whatever the list is narrowed to.
      go(to: .finding(thing), folder)
      return true
    }
    for id in PaneID.allCases where id != .checklist {
      guard let row = self[id].row(of: thing.text, desk) else { continue }
      self[id].hold(row, desk)
      focus(id)
      return true
    }
    return false
  }
}

extension Change {
  /// What undo says, of the change that took another back: what came back or went, in the user's words,
  /// else what was undone.
  func undoneSentence(_ ask: (String) -> String?) -> String {
    for case .insert(let entity) in operations {
      guard let words = entity.knownBy else { continue }
      return "Brought back: “\(TextWidth.truncate(words, to: 60))”."
    }
    return about?.told(ask).map { "Undone: \(Change.ended($0))" } ?? "Undone: \(title)."
  }

  /// What redo says.
  func redoneSentence(_ ask: (String) -> String?) -> String {
    about?.told(ask).map { "Redone: \(Change.ended($0))" } ?? "Redone: \(title)."
  }

  /// The end of a sentence that ends with words in quotes, which may end one themselves.
  private static func ended(_ quoted: String) -> String {
    let last = quoted.dropLast().last
    return last.map { "?!…".contains($0) } == true ? quoted : quoted + "."
  }
}

extension Desk {
  /// The words of a question, by the name of its item, as far as its checklist was read.
  func asked(_ item: String) -> String? {
    if let entry = folder?.wizard?.everything.first(where: { $0.item.id == item }) {
      return entry.item.ask
    }
    return content.checklists.values.lazy.compactMap { $0.item(item)?.ask }.first
  }
}
