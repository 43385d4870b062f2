import DebriefModel
import Foundation

/// Résumés in other forms than today's JSON Resume, as if they were in it: earlier versions of it, those of programs
/// that began with it, and values that are of another type than they should be.
enum ResumeForms {
  private typealias Entry = [String: Any]

  /// What other forms call a part.
  private static let parts: [String: String] = [
    "bio": "basics", "experience": "work", "positions": "work", "certifications": "certificates",
    "volunteering": "volunteer",
  ]
  /// What other forms call something in a part.
  private static let names: [String: [(old: String, new: String)]] = [
    "work": [("company", "name"), ("organization", "name"), ("title", "position")],
    "volunteer": [("name", "organization"), ("title", "position")],
    "projects": [("title", "name"), ("role", "position")],
    "education": [("school", "institution"), ("degree", "studyType"), ("major", "area")],
    "skills": [("skill", "name")], "languages": [("name", "language"), ("level", "fluency")],
    "certificates": [("title", "name"), ("authority", "issuer")],
  ]

  /// A résumé with the names and types of today.
  static func today(_ root: [String: Any]) -> [String: Any] {
    var root = root
    // Reactive Resume keeps the parts, each with its entries, in one more object.
    if let sections = root["sections"] as? Entry {
      root["sections"] = nil
      for (key, part) in sections where root[parts[key] ?? key] == nil {
        if let part = part as? Entry {
          if let items = part["items"] { root[key] = items }
          if key == "summary", let text = part["content"] as? String {
            var basics = root["basics"] as? Entry ?? [:]
            if basics["summary"] == nil { basics["summary"] = text }
            root["basics"] = basics
          }
        }
      }
      root["metadata"] = nil
    }
    for (old, new) in parts {
      guard let part = root[old] else { continue }
      root[old] = nil
      if root[new] == nil { root[new] = part }
    }
    if let basics = root["basics"] as? Entry { root["basics"] = person(basics) }
    for (part, names) in names {
      guard root[part] != nil else { continue }
      root[part] = entries(root[part]).map { entry(part, $0, names) }
    }
    return root
  }

  /// The entries of a part, however they are written: one alone, or only what each is called.
  static func entries(_ value: Any?) -> [[String: Any]] {
    switch value {
    case let all as [Any]:
      all.compactMap { it in
        if let text = it as? String { return text.isEmpty ? nil : ["name": text] }
        return it as? Entry
      }
    case let one as [String: Any]: one.isEmpty ? [] : [one]
    default: []
    }
  }

  /// Texts in a list, however they are written: a list of them, of objects with one each, or one text with a line
  /// or a comma between.
  static func texts(_ value: Any?, separator: Character = "\n") -> [String] {
    switch value {
    case let all as [Any]:
      all.compactMap { it in
        if let entry = it as? Entry {
          return ["text", "description", "summary", "name"].compactMap { entry[$0] as? String }
            .first
        }
        return text(it)
      }
    default:
      plain(text(value) ?? "").split(separator: separator).map { line in
        String(line).trimmed.trimming { "-•*– ".contains($0) }
      }
    }
  }

  /// A text, also where it is a number.
  static func text(_ value: Any?) -> String? {
    if let text = value as? String { return plain(text) }
    guard let number = value as? NSNumber else { return nil }
    // True and false are numbers, too, and no text.
    return String(cString: number.objCType) == "c" ? nil : number.stringValue
  }

  /// Some programs keep pages in it.
  private static func plain(_ text: String) -> String {
    HTMLText.isPage(text) ? HTMLText.text(text) : text
  }

  private static func person(_ basics: Entry) -> Entry {
    var basics = basics
    if basics["name"] == nil {
      let name = ["firstName", "lastName"].compactMap { text(basics[$0]) }.filter { !$0.isEmpty }
      if !name.isEmpty { basics["name"] = name.joined(separator: " ") }
    }
    for key in ["email", "phone"] {
      // `{"personal": …, "work": …}`
      if let several = basics[key] as? Entry {
        basics[key] = ["personal", "home", "work", "mobile"].compactMap { text(several[$0]) }.first
      } else if let several = basics[key] as? [Any] {
        basics[key] = several.compactMap { text($0) }.first
      }
    }
    if basics["label"] == nil, let label = text(basics["headline"]) ?? text(basics["title"]) {
      basics["label"] = label
    }
    return basics
  }

  private static func entry(
    _ part: String, _ entry: Entry, _ names: [(old: String, new: String)]
  ) -> Entry {
    var entry = entry
    for (old, new) in names where entry[new] == nil {
      if let value = entry[old] {
        entry[new] = value
        entry[old] = nil
      }
    }
    // `2020 - 2023`
    if entry["startDate"] == nil, let date = text(entry["date"]),
      ["work", "volunteer", "projects", "education"].contains(part)
    {
      let ends = date.split { "-–—".contains($0) }.map { String($0).trimmed }
      if ends.count == 2 {
        entry["startDate"] = ends[0]
        entry["endDate"] = ends[1]
      }
    }
    if part == "work" || part == "volunteer", entry["highlights"] == nil,
      let summary = entry["summary"] as? String, HTMLText.isPage(summary)
    {
      entry["highlights"] = texts(summary)
    }
    return entry
  }
}
