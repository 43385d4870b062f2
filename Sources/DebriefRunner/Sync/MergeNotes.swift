import DebriefModel
import Glibc

/// What a merge of one file notes for the sync that git called it for: what both sides had changed.
package enum MergeNotes {
  /// Adds to the notes of the sync that is under way; nothing where there is none.
  package static func add(_ clashes: [ThreeWay.Clash]) {
    guard !clashes.isEmpty, let path = getenv("DEBRIEF_MERGED") else { return }
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    defer { close(file) }
    let lines = clashes.map { it in
      JSONTree.list([
        .text(it.name.kind), .text(it.name.id), .text(it.field), .text(it.outcome.rawValue),
        .text(it.other),
      ])
      .text + "\n"
    }
    emit(lines.joined(), to: file)
  }

  /// The notes that were written.
  static func read(_ text: String) -> [ThreeWay.Clash] {
    text.split(separator: "\n").compactMap { line in
      guard case .list(let parts)? = try? JSONTree(String(line)), parts.count == 5,
        case .text(let kind) = parts[0], case .text(let id) = parts[1],
        case .text(let field) = parts[2], case .text(let word) = parts[3],
        case .text(let other) = parts[4],
        let outcome = ThreeWay.Clash.Outcome(rawValue: word)
      else { return nil }
      return ThreeWay.Clash(ThingName(kind, id), field: field, outcome, other: other)
    }
  }
}
