import DebriefModel

/// What is said where another window wrote to the same store.
extension App {
  /// Adds what met to what is said of a change.
  mutating func tell(_ met: [Meeting]) {
    guard let sentences = Meeting.notice(met) else { return }
    notice = Notice(text: (notice.map { $0.text + " " } ?? "") + sentences)
  }

  /// The text the private note on the screen was made from.
  public var privateNoteBase: String {
    if case .privateNote(let it)? = overlays.last { it.stored } else { "" }
  }
}
