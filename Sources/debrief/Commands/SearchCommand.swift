import ArgumentParser
import DebriefExport
import DebriefModel
import DebriefRunner
import DebriefStore
import TUI

/// `debrief search`: every place that holds all of some words, the newest first.
struct SearchCommand: ParsableCommand, PagedCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search everything you've written for these words, or words that start with them.")

  @Argument(help: "The words.") var words: [String]
  @Flag(help: "Print JSON.") var json = false
  @OptionGroup var options: StoreOptions

  /// More places than this are not listed.
  private static let limit = 1000

  private struct Place: Encodable {
    let kind: Entity.Kind
    let entity: ID
    let application: ID?
    let title: String
    let excerpt: String
    let matches: [String]
  }

  private struct Document: Encodable {
    let hits: [Place]
    /// Whether there are more places than are listed.
    let truncated: Bool
    let words: String
    let version = 1
  }

  func run() throws {
    let words = words.joined(separator: " ")
    guard words.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw Failure("Give at least one word to search for.", code: ExitStatus.usage)
    }
    try options.reading { _, store in
      var hits = try store.search(words, limit: SearchCommand.limit + 1)
      let isCut = hits.count > SearchCommand.limit
      if isCut {
        hits.removeLast()
        complain("only the newest \(SearchCommand.limit) matches are listed; add more words")
      }
      if json {
        let document = Document(hits: hits.map(SearchCommand.place), truncated: isCut, words: words)
        return try Output.document(try JSONText.encode(document) + "\n")
      }
      if hits.isEmpty { complain("no matches") }
      var lines = LineBuffer()
      for hit in hits { try SearchCommand.put(hit, &lines) }
      try lines.flush()
    }
  }

  /// `7k3f9q  strength or weakness  Acme — Engineer: could not name failure modes`.
  private static func put(_ hit: Hit, _ lines: inout LineBuffer) throws {
    lines.cell((hit.application ?? hit.entity).short, width: 6)
    lines.blanks(2)
    lines.cell(hit.kind.label, width: Entity.Kind.widest)
    lines.blanks(2)
    lines.text(hit.title)
    if !hit.title.isEmpty, !hit.excerpt.isEmpty { lines.text(": ") }
    // As a whole: a line may end where a match begins.
    lines.text(hit.pieces.map(\.text).joined())
    try lines.end()
  }

  private static func place(_ hit: Hit) -> Place {
    let pieces = hit.pieces
    return Place(
      kind: hit.kind, entity: hit.entity, application: hit.application,
      title: LineBuffer.flat(hit.title),
      excerpt: LineBuffer.flat(pieces.map(\.text).joined()),
      matches: pieces.filter(\.isMatch).map { LineBuffer.flat($0.text) })
  }
}
