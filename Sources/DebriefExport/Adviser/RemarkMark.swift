import DebriefModel

/// The sign by which a remark finds what it is about: twelve digits that follow from the thing's id and say
/// nothing of it.
public struct RemarkMark: Hashable, Sendable {
  /// The digits.
  public let text: String

  /// Of a thing on file.
  public init(_ kind: Entity.Kind, _ id: ID) {
    text = String(SHA256.hex("\(kind.rawValue)/\(id.text)".utf8).prefix(RemarkMark.length))
  }

  static let length = 12

  /// The mark at the beginning of a line, `[0123456789ab]`; nil where there is none.
  init?(beginning line: some StringProtocol) {
    guard line.first == "[", let end = line.firstIndex(of: "]") else { return nil }
    let digits = line[line.index(after: line.startIndex)..<end].lowercased()
    guard digits.utf8.count == RemarkMark.length, digits.allSatisfy(\.isHexDigit) else {
      return nil
    }
    text = digits
  }
}
