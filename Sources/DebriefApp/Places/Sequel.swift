import DebriefModel

/// What is to be done with the answer of an effect: it goes along with the effect and comes back with
/// what came of it, so that nothing has to remember what is being waited for.
public struct Sequel: Sendable {
  /// What follows once it is done.
  let done: @Sendable (inout App) -> [Effect]
  /// What follows when it could not be done, and the sentence that says why.
  let failed: @Sendable (inout App, String) -> [Effect]
  /// What was typed and comes back when it could not be done; it is in no store until then.
  private(set) var unsaved: Unsaved?

  init(_ done: @escaping @Sendable (inout App) -> [Effect]) {
    (self.done, failed) = (done, { _, _ in [] })
  }

  init(
    keeping unsaved: Unsaved? = nil,
    failed: @escaping @Sendable (inout App, String) -> [Effect]
  ) {
    (done, self.failed, self.unsaved) = ({ _ in [] }, failed, unsaved)
  }

  private init(
    done: @escaping @Sendable (inout App) -> [Effect],
    failed: @escaping @Sendable (inout App, String) -> [Effect], unsaved: Unsaved?
  ) {
    (self.done, self.failed, self.unsaved) = (done, failed, unsaved)
  }

  /// Nothing more follows.
  public static let none = Sequel { _ in [] }

  /// This one when it is done, and another one when it could not be.
  func or(_ other: Sequel) -> Sequel {
    Sequel(done: done, failed: other.failed, unsaved: other.unsaved)
  }

  /// This one, and more once it is done.
  func and(_ more: @escaping @Sendable (inout App) -> [Effect]) -> Sequel {
    Sequel(
      done: { app in
        let effects = done(&app)
        return effects + more(&app)
      }, failed: failed, unsaved: unsaved)
  }

  /// Shows the review of the application that was read, at a pane.
  static func review(_ pane: PaneID?) -> Sequel {
    Sequel { app in
      app.showReview(pane)
      return app.offerToGoOn()
    }
  }
}

extension Sequel: Equatable {
  /// Two effects that want the same done are the same, whatever follows.
  public static func == (a: Sequel, b: Sequel) -> Bool { true }
}
