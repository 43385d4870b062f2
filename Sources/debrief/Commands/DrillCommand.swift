import ArgumentParser
import DebriefApp
import DebriefExport
import DebriefModel
import DebriefRunner
import DebriefStore
import Glibc

/// `debrief drill`: practice for the next interview, or its plan.
struct DrillCommand: ParsableCommand, PagedCommand {
  static let configuration = CommandConfiguration(
    commandName: "drill",
    abstract: "Practice for your next interview: on the screen, or --list for the plan.")

  @Argument(
    help: "The application to practice for: an id, a company, or the first part of either.")
  var reference: String?
  @Flag(help: "Print the plan, day by day, instead of opening the screen.") var list = false
  @Flag(help: "Print JSON.") var json = false
  @OptionGroup var options: StoreOptions

  var onlyPrints: Bool { list || json }

  private struct Document: Encodable {
    struct Card: Encodable {
      let application: ID
      let chance: Double
      let company: String
      let cue: String
      let id: ID
      let kind: String
      let part: Int?
      let reviews: Int
      let words: [String]
    }
    struct Date: Encodable {
      let cards: [ID]
      let day: Day
    }
    let application: ID?
    let cards: [Card]
    let expected: Double
    let late: [ID]
    let plan: [Date]
    let ready: Int
    let target: Day?
    let total: Int
    let version = 1
  }

  func run() throws {
    if !list, !json, isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 {
      let code = try Screen.run(session: options.quietSession(), demo: options.demo) { runner in
        runner.opensDrill(try reference.map { try runner.store.resolve($0) })
      }
      throw Ending(code: code)
    }
    try options.reading { session, store in
      let deck = try store.drill(
        for: try reference.map { try store.resolve($0) }, now: session.now)
      if json { return try Output.document(try JSONText.encode(document(deck)) + "\n") }
      let today = session.now.day
      if deck.plan.total == 0 {
        complain("nothing to practice yet")
        return
      }
      var text = ""
      for line in DrillText.lines(deck, today: today) { text += line.text + "\n" }
      for it in deck.plan.days {
        text += "\n\(DrillText.name(it.day, today))\n"
        for key in it.cards {
          guard let card = deck.card(key) else { continue }
          text += "  \(card.company): \(card.cue)\n"
        }
      }
      try Output.text(text)
    }
  }

  private func document(_ deck: DrillDeck) -> Document {
    let plan = deck.plan
    let cards = deck.cards.sorted { $0.key < $1.key }.map { it in
      Document.Card(
        application: it.application, chance: rounded(plan.chances[it.key] ?? 0),
        company: it.company, cue: it.cue, id: it.key.id, kind: it.kind.rawValue, part: it.key.part,
        reviews: it.reviews.count, words: it.words)
    }
    return Document(
      application: deck.application, cards: cards, expected: rounded(plan.expected),
      late: plan.late.map(\.id),
      plan: plan.days.map { Document.Date(cards: $0.cards.map(\.id), day: $0.day) },
      ready: plan.ready, target: deck.target, total: plan.total)
  }

  /// To four digits, so that a script sees no noise.
  private func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
