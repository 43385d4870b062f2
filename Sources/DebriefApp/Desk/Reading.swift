/// Something that is read only once it is looked at, and how its reading stands: it is asked for once, and
/// not again at every key when it could not be read.
struct Reading<Value: Sendable>: Sendable {
  /// How a reading stands.
  enum State: Sendable { case unread, asked, read, failed }

  private(set) var state = State.unread
  /// What was read last; nil before that.
  private(set) var value: Value?

  /// Whether it is still to be asked for; it counts as asked for from now on.
  mutating func asks() -> Bool {
    guard state == .unread else { return false }
    state = .asked
    return true
  }

  /// Takes what was read.
  mutating func take(_ value: Value) { (state, self.value) = (.read, value) }

  /// It could not be read. What was read before stays.
  mutating func fail() { state = .failed }

  /// It is to be asked for again, for something has changed. Until then it is what it was.
  mutating func forget() { state = .unread }
}
