extension StringProtocol {
  /// Without what stands at either end and is of some kind.
  func trimming(_ isGone: (Character) -> Bool) -> String {
    var part = self[...]
    while let first = part.first, isGone(first) { part.removeFirst() }
    while let last = part.last, isGone(last) { part.removeLast() }
    return String(part)
  }
}
