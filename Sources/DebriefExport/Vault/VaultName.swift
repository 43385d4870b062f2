import DebriefModel
import Foundation

/// The name of a folder for an application: what it is called, in its own script, and its short id, so that it
/// is one of its kind and stays the same however many others there are.
enum VaultName {
  private static let mostBytes = 120
  /// Names that some systems keep for devices.
  private static let taken: Set<String> = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
  ]

  /// `Kestrel Labs, Data Engineer (7k3f9q)`, for each of some applications.
  static func folders(_ applications: [Application]) -> [ID: String] {
    func name(_ it: Application, _ tail: String) -> String {
      safe([it.company, it.role].filter { !$0.isEmpty }.joined(separator: ", ")) + " (\(tail))"
    }
    var names: [ID: String] = [:]
    // Some systems don't tell capitals from small letters.
    let alike = Dictionary(grouping: applications) { name($0, tail($0.id)).lowercased() }
    for group in alike.values {
      for it in group {
        let tail = group.count == 1 ? tail(it.id) : String(SHA256.hex(it.id.text.utf8).prefix(24))
        names[it.id] = name(it, tail)
      }
    }
    return names
  }

  /// A text as part of a file's name on any system.
  static func safe(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in Harmless.line(text).precomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar {
      case "/", "\\", ":", "*", "?", "\"", "<", ">", "|", "\u{2044}", "\u{2215}": out.append("-")
      default:
        let category = scalar.properties.generalCategory
        if category != .unassigned, category != .privateUse { out.append(scalar) }
      }
    }
    var name = String(out)
    while name.utf8.count > mostBytes { name.removeLast() }
    while let first = name.first, first == "." || first == " " || first == "-" {
      name.removeFirst()
    }
    while let last = name.last, last == "." || last == " " { name.removeLast() }
    if name.isEmpty { return "Application" }
    return taken.contains(name.lowercased()) ? name + "_" : name
  }

  /// The short id; a brought-in id may hold anything, and two may begin alike.
  private static func tail(_ id: ID) -> String {
    let isOurs =
      id.text.utf8.count == 16
      && id.text.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
      }
    return isOurs ? id.short : String(SHA256.hex(id.text.utf8).prefix(8))
  }
}
