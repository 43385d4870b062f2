import DebriefModel
import Foundation

/// An archive as JSON: lossless, and the same bytes for the same archive.
public enum ArchiveJSON {
  /// Lists and objects may stand this deep in each other.
  public static let depth = 128

  /// Why a document is no archive: one sentence without a full stop that names the place.
  public struct Fault: Error, Equatable, CustomStringConvertible {
    /// The place and what is wrong there, such as `finding[3].weight must be a whole number`.
    public let description: String
    init(_ description: String) { self.description = description }
  }

  /// The archive as JSON, with a line feed at the end.
  public static func encode(_ archive: Archive) throws -> String {
    try JSONText.encode(archive) + "\n"
  }

  /// The archive that a document holds.
  public static func decode(_ bytes: [UInt8]) throws(Fault) -> Archive {
    try read(bytes).archive
  }

  /// The archive that a document holds, and what in it was not understood: keys with how often each is
  /// there, such as `hobby` or `finding.colour`.
  public static func read(
    _ bytes: [UInt8]
  ) throws(Fault) -> (archive: Archive, strangers: [String: Int]) {
    var bytes = bytes[...]
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { bytes = bytes.dropFirst(3) }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Fault("it is not UTF-8 text")
    }
    try checkDepth(bytes)
    let data = Data(bytes)
    do {
      let whole = try JSONDecoder().decode(WholeArchive.self, from: data)
      try check(whole.archive.version)
      return (whole.archive, whole.strangers)
    } catch let fault as Fault {
      throw fault
    } catch {
      // A later version may have another shape: say that rather than what is wrong with the shape.
      if let header = try? JSONDecoder().decode(Header.self, from: data) {
        try check(header.version)
      }
      throw Fault(DecodingWords.sentence(error, bytes) + RowName.of(error, data))
    }
  }

  private struct Header: Decodable { let version: Int }

  private static func check(_ version: Int) throws(Fault) {
    if version > Archive.version {
      throw Fault(
        "it has version \(version) and this debrief knows \(Archive.version): update debrief to "
          + "import it")
    }
    if version < 1 { throw Fault("version must be 1 or higher") }
  }

  /// A parser that calls itself for every bracket is not given more of them than it can take.
  private static func checkDepth(_ bytes: ArraySlice<UInt8>) throws(Fault) {
    var depth = 0
    var inString = false
    var escaped = false
    for byte in bytes {
      if inString {
        if escaped {
          escaped = false
        } else if byte == UInt8(ascii: "\\") {
          escaped = true
        } else if byte == UInt8(ascii: "\"") {
          inString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): inString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        if depth > ArchiveJSON.depth { throw Fault("it is nested too deep to be a debrief export") }
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
    }
  }
}

/// What a decoder complains about, in words.
enum DecodingWords {
  static func sentence(_ error: any Error, _ bytes: ArraySlice<UInt8>) -> String {
    guard let error = error as? DecodingError else { return "it cannot be read" }
    switch error {
    case .keyNotFound(let key, let context):
      return "\(path(context.codingPath + [key])) is missing"
    case .valueNotFound(_, let context):
      return "\(path(context.codingPath)) is null, but something must stand there"
    case .typeMismatch(let type, let context):
      return "\(path(context.codingPath)) must be \(name(type))"
    case .dataCorrupted(let context) where context.codingPath.isEmpty:
      return JSONExplanation.of(bytes) ?? "it is not JSON"
    case .dataCorrupted(let context):
      return path(context.codingPath) + ": " + plain(context.debugDescription)
    @unknown default: return "it cannot be read"
    }
  }

  /// `finding[3].weight`.
  static func path(_ keys: [any CodingKey]) -> String {
    var text = ""
    for key in keys {
      if let index = key.intValue {
        text += "[\(index)]"
      } else {
        text += (text.isEmpty ? "" : ".") + key.stringValue
      }
    }
    return text.isEmpty ? "the document" : text
  }

  private static func name(_ type: any Any.Type) -> String {
    switch type {
    case is String.Type: "a text"
    case is Int.Type: "a whole number"
    case is Bool.Type: "true or false"
    case is any DecodedList.Type: "a list"
    default: "an object in braces"
    }
  }

  /// The decoder's words without the name of a Swift type, and not endless.
  private static func plain(_ text: String) -> String {
    var text = text.last == "." ? String(text.dropLast()) : text
    if text.hasPrefix("Cannot initialize "), let range = text.range(of: "value ") {
      text = "\"\(text[range.upperBound...])\" is not one of the values it can have"
    }
    return text.count > 120 ? text.prefix(119) + "…" : text
  }
}

/// Marks the types that JSON writes in brackets.
private protocol DecodedList {}
extension Array: DecodedList {}
