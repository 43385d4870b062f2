import Foundation
import TestSupport
import Testing

@testable import DebriefModel
@testable import DebriefStore

/// The figures over months of a year of forty applications, all made up. `Files/year.py` says application by
/// application what is in it, and wrote `Files/year.json`; the numbers in `MonthsTests+Table.swift` were counted
/// from its lines by hand, in the remark behind each.
@Suite(.timed) struct MonthsTests {
  let folder = Folder()

  private static let year: Archive? = {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Files/year.json")
    return (try? Data(contentsOf: path)).flatMap {
      try? JSONDecoder().decode(Archive.self, from: $0)
    }
  }()

  private func store() throws -> Store {
    let store = try Store(path: folder())
    _ = try store.merge(try #require(Self.year), at: noon)
    return store
  }

  private func months(_ store: Store, _ window: MonthWindow = .all) throws -> Months {
    Months(try store.tally(window, now: noon), title: { $0 })
  }

  @Test(arguments: table.indices) func everyFigureIsAsItWasCounted(_ i: Int) throws {
    let (figure, sentences, rows) = Self.table[i]
    let it = try #require(try months(store()).figures.first { $0.figure == figure })
    #expect(!it.isThin && it.sentences == sentences)
    #expect(it.rows.map { "\($0.label): \($0.words)" } == rows)
  }

  @Test func theTableHasEveryFigureButTwoListsOfTexts() {
    let here = Set(Self.table.map(\.0))
    #expect(Set(MonthFigure.allCases).subtracting(here) == [.letters, .lessons])
  }

  @Test func lettersAndLessons() throws {
    let months = try months(store())
    let letters = try #require(months.figures.first { $0.figure == .letters })
    // Thank-you notes 21 to 26, two answered; one letter to stay in touch is five days old.
    #expect(letters.sentences == ["2 of 6 other letters (33%) got an answer."])
    #expect(letters.rows.map(\.words) == ["2 of 6 answered (33%)", "1 still open"])
    #expect(letters.rows.map(\.running) == [0, 1])
    let lessons = try #require(months.figures.first { $0.figure == .lessons })
    #expect(lessons.rows.map(\.note) == [24, 23, 22, 21, 2, 1].map { "lesson \($0)" })
    #expect(months.headline == "40 applications, 5 of them still open")
  }

  @Test func aWindowLooksAtWhatBeganInIt() throws {
    let store = try store()
    // Twelve months back is 20 March 2025, six are 20 September: from 21 on; three are 20 December: from 31.
    #expect(try months(store, .year).applications == 40)
    #expect(try months(store, .half).applications == 20)
    #expect(try months(store, .quarter).applications == 10)
    let half = try #require(try months(store, .half).figures.first { $0.figure == .rounds })
    #expect(half.rows.first?.words == "17 of 17 got an interview (100%) · 3 still open")
  }

  /// What stands in a row is what is listed behind it.
  @Test func theFactsBehindEveryRow() throws {
    let store = try store()
    var rows = 0
    for figure in try months(store).figures {
      for row in figure.rows {
        let facts = try store.tally(.all, now: noon, wanted: row.key).found
        let open = facts.count { $0.counts == nil }
        let hits = facts.count { $0.counts == true }
        switch figure.figure {
        case .areas, .mood, .changes, .blind, .weaknesses, .delivery, .marks, .fair, .offDays:
          #expect(hits > 0 || row.share?.count == 0)
        case .pay, .lessons: #expect(facts.count == 1)
        default:
          #expect(
            row.share.map { $0 == Share(hits, of: facts.count - open) } ?? true, "\(row.key.name)")
        }
        #expect(open == row.running, "\(row.key.name)")
        #expect(facts.allSatisfy { !$0.text.isEmpty && $0.name.hasPrefix("Invented") })
        rows += 1
      }
    }
    #expect(rows > 60)
    let made = try store.tally(.all, now: noon, wanted: .tailored(true)).found
    #expect(made.map(\.name) == ["Invented 33 · Analyst", "Invented 31 · Analyst"])
  }

  /// A reason is listed by its name behind the row, and its own row lists whoever saw it.
  @Test func theFactsBehindAReasonSayWhoSawIt() throws {
    let store = try store()
    let they = try store.tally(.all, now: noon, wanted: .blind(.they)).found { "named \($0)" }
    #expect(they.map(\.text) == ["named R-MOREEXP", "named R-MOREEXP"])
    let tech = try store.tally(.all, now: noon, wanted: .reason("R-TECH", .both))
      .found { "named \($0)" }
    #expect(tech.map(\.name) == ["Invented 24 · Analyst", "Invented 23 · Analyst"])
    #expect(tech.map(\.text) == ["only you saw it", "you both saw it"])
  }

  /// The tables read side by side give what the dossiers give, one by one.
  @Test(arguments: ["year", "sample"]) func theFactsAreThoseOfTheDossiers(_ which: String) throws {
    let store = try store()
    if which == "sample" {
      let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../Resources/sample.json")
      let sample = try JSONDecoder().decode(Archive.self, from: Data(contentsOf: path))
      _ = try store.merge(sample, at: noon)
    }
    var all: [MonthFacts] = []
    try store.eachMonthFacts { all.append($0) }
    for facts in all {
      let dossier = try #require(try store.dossier(facts.id))
      #expect(facts == MonthFacts(dossier))
      for finding in dossier.findings {
        let late = facts.findings.first { $0.id == finding.id }.map { facts.isLate($0) }
        #expect(late == (dossier.lateness(finding) != nil))
      }
      for turn in dossier.turns {
        let late = facts.turns.first { $0.id == turn.id }.map { facts.isLate($0) }
        #expect(late == (dossier.lateness(turn) != nil))
      }
    }
    #expect(all.count == (which == "year" ? 40 : 48))
  }

  /// Whoever may not wait breaks the counting off, before it begins or on the way; what is counted whole is the same.
  @Test func countingCanBeBrokenOff() throws {
    let store = try store()
    var many = Archive()
    many[Application.self] = (0..<3 * Store.countedAtOnce).map { number in
      Application(id: ID("many\(number)"), created: noon) { $0.company = "Made Up \(number)" }
    }
    _ = try store.merge(many, at: noon)
    for left in 0..<4 {
      var asked = 0
      let tally = try store.tally(.all, now: noon) {
        asked += 1
        return asked <= left
      }
      #expect(tally == nil && asked == left + 1)
    }
    var asked = 0
    let tally = try store.tally(.all, now: noon) {
      asked += 1
      return true
    }
    #expect(asked == 4 && tally?.applications == 40 + 3 * Store.countedAtOnce)
    #expect(try Months(#require(tally), title: { $0 }).figures == months(store).figures)
  }

  @Test func nothingOnFileSaysWhatWillBeSeenWhen() throws {
    let months = try months(Store(path: folder()))
    #expect(months.headline == "No applications in this period." && months.ready.isEmpty)
    for figure in months.figures {
      #expect(
        figure.isThin && figure.sentences.count == 1 && figure.rows.allSatisfy { $0.share?.of == 0 }
      )
    }
  }
}
