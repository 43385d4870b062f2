import DebriefModel
import TUI

/// What becomes of a captured note.
enum Inbox {
  /// Opens the inbox; with the application's own notes where one is open.
  static func open(_ desk: Desk) -> [Request] {
    [
      .app { app in
        let application = app.screen == .home ? nil : app.desk.folder?.id
        app.overlays.append(InboxOverlay(application: application))
        return [.loadInbox]
      }
    ]
  }

  /// Sorts a note where it was captured, or asks where it belongs.
  static func place(_ note: Note, _ sorting: Recipe.Sorting, _ desk: inout Desk) -> [Request] {
    guard let application = note.application else { return ask(note, sorting) }
    return sort(note, sorting, application, desk)
  }

  /// Asks which application a note belongs to.
  static func ask(_ note: Note, _ sorting: Recipe.Sorting) -> [Request] {
    [
      .open(PlaceOverlay(chosen: { sort(note, sorting, $0, $1) }, about: note.text)),
      .effect(.loadPlaces("")),
    ]
  }

  /// Sorts a note into an application. A turn goes to the end of the script, which has to be read first
  /// where another one is open.
  static func sort(
    _ note: Note, _ sorting: Recipe.Sorting, _ application: ID, _ desk: Desk
  ) -> [Request] {
    guard sorting == .turn, desk.folder?.id != application else {
      return [.app { $0.sorted(note, sorting, application) }]
    }
    return [
      .effect(.loadDossier(application, then: Sequel { $0.sorted(note, sorting, application) }))
    ]
  }
}

extension App {
  /// Makes the change that sorts a note; before a weakness is made, what else explains it is asked for.
  mutating func sorted(
    _ note: Note, _ sorting: Recipe.Sorting, _ application: ID
  ) -> [Effect] {
    let last = desk.folder?.dossier.turns.map(\.position).max() ?? 0
    let change = Recipe.sort(
      note, sorting, application: application,
      mention: desk.due.inbox.first { $0.note.id == note.id }?.mention ?? Mention(),
      position: last + 1, ids: &desk.ids)
    if let effects = rivalFirst(change) { return effects }
    notice = Notice(text: "Done: \(change.title). {undo} undoes it.")
    return [.apply(change)]
  }
}
