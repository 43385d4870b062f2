/// A work that advice comes from. Questions name it by a short name; this says which work that is.
public struct Source: Hashable, Sendable {
  /// As questions name it: `003 Caan`.
  public var name: String
  /// Whose it is, what it is called, and of which year, as far as that is known.
  public var work: String

  /// Names a work.
  public init(name: String, work: String) {
    self.name = name
    self.work = work
  }

  /// Reads a list of sources: a line each, `- 003 Caan: James Caan, …`; other lines are for readers.
  public static func list(_ text: String) -> [Source] {
    text.split(separator: "\n").compactMap { line in
      guard line.hasPrefix("- "), let colon = line.firstRange(of: ": ") else { return nil }
      let name = line[line.index(line.startIndex, offsetBy: 2)..<colon.lowerBound]
      return Source(name: String(name), work: String(line[colon.upperBound...]))
    }
  }
}
