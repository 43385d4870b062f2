/// Everyday words of English, to tell a company that is called like one from the word itself. Content,
/// read from `letters/ordinary.txt`; asked only once such a name may be meant, and looked through by
/// halves, so that nothing is built for it.
public struct OrdinaryWords: Hashable, Sendable {
  /// The words in order, a line feed behind each.
  private let bytes: [UInt8]

  /// None known: then no name is a word.
  public init() { bytes = [] }

  /// The words of a file, one a line; lines that begin with # are left out. Lines that are not in order
  /// are put in order.
  public init(_ file: String) {
    var bytes = Array(file.utf8)
    if bytes.last != 10 { bytes.append(10) }
    // The shipped file is as it should be, but for the comment it begins with.
    var start = 0
    while start < bytes.count, bytes[start] == UInt8(ascii: "#") {
      start = (bytes[start...].firstIndex(of: 10) ?? bytes.count - 1) + 1
    }
    bytes.removeFirst(start)
    if !OrdinaryWords.isInOrder(bytes) {
      let lines = bytes.split { $0 == 10 || $0 == 13 }.filter { $0.first != UInt8(ascii: "#") }
      bytes = Array(lines.sorted { $0.lexicographicallyPrecedes($1) }.joined(separator: [10]))
      if !bytes.isEmpty { bytes.append(10) }
    }
    self.bytes = bytes
  }

  /// Whether each line comes after the one before, and none is empty.
  private static func isInOrder(_ bytes: [UInt8]) -> Bool {
    var before = 0..<0
    var start = 0
    while start < bytes.count {
      var end = start
      while bytes[end] != 10 { end += 1 }
      var i = 0
      while i < before.count, i < end - start, bytes[before.lowerBound + i] == bytes[start + i] {
        i += 1
      }
      if end == start || i == end - start { return false }
      if i < before.count, bytes[before.lowerBound + i] > bytes[start + i] { return false }
      before = start..<end
      start = end + 1
    }
    return true
  }

  /// Whether a word in small letters, or what it is made of, is one of them: `targets`, `boxed`.
  public func contains(_ word: String) -> Bool {
    if bytes.isEmpty || word.isEmpty { return false }
    return OrdinaryWords.stems(Array(word.utf8)).contains(where: holds)
  }

  /// A word without the endings it may have.
  private static func stems(_ word: [UInt8]) -> [[UInt8]] {
    var stems = [word]
    func strip(_ ending: String, adding: String = "") {
      guard word.count > ending.utf8.count + 2, word.reversed().starts(with: ending.utf8.reversed())
      else { return }
      stems.append(Array(word.dropLast(ending.utf8.count)) + adding.utf8)
    }
    strip("s")
    strip("es")
    strip("ies", adding: "y")
    strip("ed")
    strip("d")
    strip("ing")
    strip("ing", adding: "e")
    strip("ly")
    strip("er")
    strip("r")
    strip("ness")
    // Stopped, running: the last letter is doubled.
    for stem in stems.dropFirst() where stem.count > 3 && stem.last == stem[stem.count - 2] {
      stems.append(Array(stem.dropLast()))
    }
    return stems
  }

  private func holds(_ word: [UInt8]) -> Bool {
    var low = 0
    var high = bytes.count
    while low < high {
      // From the middle back to where a line begins.
      var start = (low + high) / 2
      while start > low, bytes[start - 1] != 10 { start -= 1 }
      var end = start
      while bytes[end] != 10 { end += 1 }
      let line = bytes[start..<end]
      if line.elementsEqual(word) { return true }
      if line.lexicographicallyPrecedes(word) { low = end + 1 } else { high = start }
    }
    return false
  }
}
