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
  ///
  /// - Throws: ``Fault`` where something has no form in JSON.
  public static func encode(_ archive: Archive) throws -> String {
    let document = Document()
    var writer = ArchiveWriter { document.bytes += $0 }
    let lists = Dictionary(grouping: archive.entities, by: \.kind)
    for kind in ArchiveWriter.order {
      for entity in lists[kind] ?? [] { try writer.write(entity) }
    }
    try writer.finish(version: archive.version)
    return String(decoding: document.bytes, as: UTF8.self)
  }

  private final class Document { var bytes: [UInt8] = [] }

  /// The archive that a document holds.
  ///
  /// - Throws: ``Fault``: what is wrong, and in which line.
  public static func decode(_ bytes: [UInt8]) throws(Fault) -> Archive {
    try read(bytes).archive
  }

  /// The archive that a document holds, and what in it was not understood: keys with how often each is
  /// there, such as `hobby` or `finding.colour`.
  ///
  /// - Throws: ``Fault``: what is wrong, and in which line.
  public static func read(
    _ bytes: [UInt8]
  ) throws(Fault) -> (archive: Archive, strangers: [String: Int]) {
    var rest = bytes[...]
    var reader = ArchiveReader { buffer in
      let count = min(buffer.count, rest.count)
      buffer.copyBytes(from: rest.prefix(count))
      rest = rest.dropFirst(count)
      return count
    }
    var archive = Archive()
    do { try reader.read { archive.append($0) } } catch let fault as Fault { throw fault } catch {
      throw Fault("it cannot be read")
    }
    archive.version = reader.version ?? Archive.version
    return (archive, reader.strangers)
  }
}

/// What a decoder complains about, in words.
enum DecodingWords {
  /// What is wrong with a row, with its noun and its id: one does not count to 317 in a file.
  static func fault(
    _ error: any Error, _ row: JSONSource.Slice, id: JSONTree?
  ) -> ArchiveJSON.Fault {
    if let sentence = sentence(error, row.path) {
      var name = ""
      let known = id ?? DecodingWords.id(row)
      if case .text(let id)? = known, !id.isEmpty, let end = row.path.firstIndex(of: "[") {
        name = " (the \(row.path[..<end]) with the id \(id.prefix(32)))"
      }
      return ArchiveJSON.Fault(sentence + name)
    }
    return row.fault ?? ArchiveJSON.Fault("it is not JSON")
  }

  /// The id of a row that only Foundation can read.
  private static func id(_ row: JSONSource.Slice) -> JSONTree? {
    let whole = try? JSONSerialization.jsonObject(with: Data(row.bytes)) as? [String: Any]
    return (whole?["id"] as? String).map { .text($0) }
  }

  /// What a decoder complains about, with the place where the row stands; nil where it is no JSON.
  private static func sentence(_ error: any Error, _ row: String) -> String? {
    guard let error = error as? DecodingError else { return nil }
    switch error {
    case .keyNotFound(let key, let context):
      return "\(path(row, context.codingPath + [key])) is missing"
    case .valueNotFound(_, let context):
      return "\(path(row, context.codingPath)) is null, but it needs a value"
    case .typeMismatch(let type, let context):
      return "\(path(row, context.codingPath)) must be \(name(type))"
    case .dataCorrupted(let context) where context.codingPath.isEmpty: return nil
    case .dataCorrupted(let context):
      return path(row, context.codingPath) + ": " + plain(context.debugDescription)
    @unknown default: return nil
    }
  }

  /// `finding[3].weight`.
  private static func path(_ row: String, _ keys: [any CodingKey]) -> String {
    var text = row
    for key in keys {
      if let index = key.intValue {
        text += "[\(index)]"
      } else {
        text += "." + key.stringValue
      }
    }
    return text
  }

  private static func name(_ type: any Any.Type) -> String {
    switch type {
    case is String.Type: "text"
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
