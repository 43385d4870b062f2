/// The path of a file that was dropped onto a terminal, or typed: terminals put it into quotes, mark its blanks
/// with backslashes, or give it as an address.
public enum DroppedPath {
  /// A path is no longer than this (PATH_MAX).
  private static let longest = 4096

  /// The path that a text is; nil for a text that is something else.
  public static func path(_ text: String) -> String? {
    let text = text.trimmed
    guard !text.isEmpty, text.utf8.count <= longest, !text.contains(where: \.isNewline) else {
      return nil
    }
    let plain = typed(text)
    guard plain.hasPrefix("/") || plain.hasPrefix("~/"), plain.count > 1 else { return nil }
    // A blank that nothing marks is one between words.
    let isMarked =
      "'\"".contains(text.first ?? " ") || text.hasPrefix("file:") || text.contains("\\ ")
    return plain.contains(" ") && !isMarked ? nil : plain
  }

  /// A name as somebody typed it, without quotes and marks.
  public static func typed(_ text: String) -> String {
    var text = text.trimmed
    for mark in ["'", "\""] where text.count > 1 && text.hasPrefix(mark) && text.hasSuffix(mark) {
      text = String(text.dropFirst().dropLast())
      // How a shell writes a quotation mark within such marks.
      return address(text.replacing("'\\''", with: "'")) ?? text.replacing("'\\''", with: "'")
    }
    if let path = address(text) { return path }
    var path = ""
    var isMarked = false
    for character in text {
      if character == "\\", !isMarked {
        isMarked = true
      } else {
        path.append(character)
        isMarked = false
      }
    }
    return path
  }

  /// The path of an address of a file on this computer (RFC 8089); nil for anything else.
  private static func address(_ text: String) -> String? {
    guard text.lowercased().hasPrefix("file:") else { return nil }
    var rest = text.dropFirst(5)
    if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
      guard let slash = rest.firstIndex(of: "/") else { return nil }
      rest = rest[slash...]
    }
    var bytes: [UInt8] = []
    var left = Array(rest.utf8)[...]
    while let byte = left.popFirst() {
      if byte == UInt8(ascii: "%"), left.count > 1,
        let value = UInt8(String(decoding: left.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        left = left.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
