import TUI

/// What the store cannot do at the moment. It is said once in a sentence, and stands in the last row for as
/// long as it is so: a sentence goes with the next key.
struct Strain: Equatable, Sendable {
  /// What is typed cannot be stored.
  var isUnkept = false
  /// Another program has the file, and what is on the screen may be of before.
  var isBusy = false
  /// While something waits until the file can be written: what was said of it before.
  var said: App.Notice??

  /// What is said of typing that cannot be stored meanwhile.
  static let keptElsewhere = "Another program is using your notes. What you type is kept in a file."

  /// Who has the file, in few words: what follows from it is the rest of the row.
  fileprivate static func inUse(by holder: String?) -> String {
    holder.map { "In use by \($0)." } ?? "Another program is using your notes."
  }

  /// Draws the mark into the last row; gives back the room that is left for the keys.
  func mark(_ canvas: Canvas, isTyping: Bool) -> Canvas {
    let isUnsaved = isUnkept && isTyping
    guard isUnsaved || isBusy else { return canvas }
    let used = canvas.text(
      isUnsaved ? " not saved " : " waiting for the file ", x: 0, y: 0,
      ink: Ink(isUnsaved ? .error : .warning))
    return canvas.part(
      Rect(x: used, y: 0, width: max(0, canvas.width - used), height: canvas.height))
  }
}

extension App {
  /// Another program took the file, or let go of it again.
  mutating func busy(_ isSo: Bool, _ holder: String?) {
    guard isSo != desk.strain.isBusy else { return }
    desk.strain.isBusy = isSo
    if isSo {
      notice = Notice(
        text: Strain.inUse(by: holder) + " This screen will catch up as soon as it can.",
        isOfBusy: true)
    } else if notice?.isOfBusy == true {
      notice = nil
    }
  }

  /// What has to be written waits for another program. What was said of it, such as that it is kept, is
  /// not so yet.
  mutating func holdUp(_ holder: String?) {
    desk.strain.said = .some(notice)
    notice = Notice(
      text: Strain.inUse(by: holder) + " Waiting a few seconds to save.", isOfBusy: true)
  }

  /// The wait is over.
  mutating func goOn() {
    notice = desk.strain.said ?? nil
    desk.strain.said = nil
  }
}
