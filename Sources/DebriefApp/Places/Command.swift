import TUI

/// One row that knows all about a command: its name, where it is heard, its keys, what it is called,
/// why it cannot be used now, and what it does. Help, footer, palette, rebinding, `debrief keys` and the
/// manual read the rows; a command without an effect cannot be written down.
public struct Command: Sendable {
  /// Its name in settings, in `debrief keys`, and in braces in a sentence.
  public let name: String
  /// Where it may be used.
  public let scope: Scope
  /// The keys, each as ``KeySequence`` reads it; the first is the one shown.
  public let keys: [String]
  /// What it does, in words.
  public let title: String
  /// The short word of the footer; nil keeps it out of there.
  public let footer: String?
  /// The first key as it is shown; made once, for the footer asks for it with every frame.
  public let keyLabel: String
  /// Why it cannot be used now, in one sentence; nil when it can.
  let why: @Sendable (App) -> String?
  /// What it does.
  let does: @Sendable (inout App) -> [Effect]

  init(
    _ name: String, _ scope: Scope, _ keys: [String], _ title: String, footer: String? = nil,
    why: @escaping @Sendable (App) -> String? = { _ in nil },
    does: @escaping @Sendable (inout App) -> [Effect]
  ) {
    (self.name, self.scope, self.keys, self.title) = (name, scope, keys, title)
    (self.footer, self.why, self.does) = (footer, why, does)
    keyLabel = keys.first.flatMap { KeySequence($0)?.description } ?? ""
  }

  /// All keys as they are shown.
  public var keyLabels: String {
    keys.compactMap { KeySequence($0)?.description }.joined(separator: " ")
  }

  /// The same with other keys.
  func with(keys: [String]) -> Command {
    Command(name, scope, keys, title, footer: footer, why: why, does: does)
  }
}

extension Place {
  /// A command of this place: it gets the place as it is on the screen, and the desk.
  ///
  /// - Parameters:
  ///   - why: Why it cannot be used now, in one sentence; nil when it can.
  ///   - does: What it does; what reaches beyond the place is asked for in the answer.
  static func command(
    _ name: String, _ keys: [String], _ title: String, footer: String? = nil,
    why: @escaping @Sendable (Self, Desk) -> String? = { _, _ in nil },
    does: @escaping @Sendable (inout Self, inout Desk) -> [Request]
  ) -> Command {
    Command(
      name, scope, keys, title, footer: footer,
      why: { app in look(app, why) ?? nil },
      does: { app in
        guard let requests = reach(&app, does) else { return [] }
        return app.run(requests)
      })
  }
}
