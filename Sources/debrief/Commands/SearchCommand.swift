import ArgumentParser
import DebriefExport
import DebriefModel
import DebriefStore
import TUI

/// `debrief search`: every place that holds all of some words, the newest first.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find all of these words, or their beginnings, in everything ever written.")

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
    let words: String
    let version = 1
  }

  func run() throws {
    let words = words.joined(separator: " ")
    guard words.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw Failure("There is no word to search for.", code: ExitStatus.usage)
    }
    try options.reading { _, store in
      var hits = try store.search(words, limit: SearchCommand.limit + 1)
      if hits.count > SearchCommand.limit {
        hits.removeLast()
        complain("only the newest \(SearchCommand.limit) places are listed: use more words")
      }
      if json {
        let document = Document(hits: hits.map(SearchCommand.place), words: words)
        return try Output.document(try JSONText.encode(document) + "\n")
      }
      if hits.isEmpty { complain("nothing holds these words") }
      try Output.text(hits.map(SearchCommand.line).joined())
    }
  }

  /// `7k3f9q  finding      Acme — Engineer: could not name failure modes`.
  private static func line(_ hit: Hit) -> String {
    let place = place(hit)
    let id = TextWidth.pad((hit.application ?? hit.entity).short, to: 6)
    let kind = TextWidth.pad(hit.kind.rawValue, to: 11)
    let text = [place.title, place.excerpt].filter { !$0.isEmpty }.joined(separator: ": ")
    return "\(id)  \(kind)  \(text)\n"
  }

  private static func place(_ hit: Hit) -> Place {
    func flat(_ text: some StringProtocol) -> String {
      text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
    var plain = ""
    var matches: [String] = []
    var match: String?
    for scalar in hit.excerpt.unicodeScalars {
      switch scalar {
      case "\u{E000}" where match == nil: match = ""
      case "\u{E001}":
        if let found = match { matches.append(flat(found)) }
        match = nil
      default:
        plain.unicodeScalars.append(scalar)
        match?.unicodeScalars.append(scalar)
      }
    }
    return Place(
      kind: hit.kind, entity: hit.entity, application: hit.application, title: flat(hit.title),
      excerpt: flat(plain), matches: matches)
  }
}
