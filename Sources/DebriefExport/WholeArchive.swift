import DebriefModel
import Foundation

/// An archive with what stands beside it in the document.
struct WholeArchive: Decodable {
  /// Rows of a list that are looked at: a document made by hand has no more, and of one made by a
  /// program they are all alike.
  private static let rows = 500

  let archive: Archive
  private(set) var strangers: [String: Int] = [:]

  private struct AnyKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    archive = try Archive(from: decoder)
    let box = try decoder.container(keyedBy: AnyKey.self)
    let lists = Mirror(reflecting: archive).children
    for key in box.allKeys {
      let name = key.stringValue
      guard let known = lists.first(where: { $0.label == name })?.value else {
        strangers[name] = max(1, (try? box.nestedUnkeyedContainer(forKey: key).count) ?? 1)
        continue
      }
      guard let first = Mirror(reflecting: known).children.first?.value,
        var list = try? box.nestedUnkeyedContainer(forKey: key)
      else { continue }
      // What a noun holds has the names it has in JSON.
      let properties = Set(Mirror(reflecting: first).children.compactMap(\.label))
      var count = 0
      while !list.isAtEnd, count < WholeArchive.rows {
        count += 1
        for field in try list.nestedContainer(keyedBy: AnyKey.self).allKeys
        where !properties.contains(field.stringValue) {
          strangers["\(name).\(field.stringValue)", default: 0] += 1
        }
      }
    }
  }
}

/// Which row a fault lies in: its noun and its id, for one does not count to 317 in a file.
enum RowName {
  static func of(_ error: any Error, _ data: Data) -> String {
    let path: [any CodingKey]
    switch error as? DecodingError {
    case .keyNotFound(_, let context)?, .valueNotFound(_, let context)?,
      .typeMismatch(_, let context)?, .dataCorrupted(let context)?:
      path = context.codingPath
    default: return ""
    }
    guard path.count >= 2, let index = path[1].intValue,
      let whole = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let rows = whole[path[0].stringValue] as? [Any], rows.indices.contains(index),
      let row = rows[index] as? [String: Any], let id = row["id"] as? String, !id.isEmpty
    else { return "" }
    return " (the \(path[0].stringValue) with the id \(id.prefix(32)))"
  }
}
