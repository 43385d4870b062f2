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
  public var underBar: Bar? { place.bar(desk) }

  /// A key that was pressed before anybody saw what another window had changed. The bar goes back to
  /// what it stood on; a key that would change what is different now, or act on something else, does
  /// nothing, and it is said.
  ///
  /// - Parameter seen: What was under the bar when the key was pressed.
  public mutating func handleUnseen(_ event: InputEvent, seen: Bar?, now: Moment) -> [Effect] {
    if let seen, underBar?.thing != seen.thing {
      onPlace { place, desk in
        if let row = place.row(of: seen.thing, desk) { place.hold(row, desk) }
      }
    }
    if underBar == seen || seen == nil { return handle(.input(event), now: now) }
    var next = self
    let effects = next.handle(.input(event), now: now)
    let changes = effects.contains { if case .apply = $0 { true } else { false } }
    let leads = !effects.isEmpty || next.overlays.count != overlays.count
    if changes || leads && underBar?.thing != seen?.thing {
      notice = Notice(
        text: "Another window just changed this, so your key did nothing. Take another look.")
      return []
    }
    self = next
    return effects
  }
}
