import DebriefContent
import Foundation
import Testing

@testable import DebriefModel

/// What a posting asks for: a small corpus of made-up postings, read as a person would mark them.
@Suite(.timed) struct PostingTests {
  private struct Sample: Sendable, CustomStringConvertible {
    var text: String
    var wanted: [String]
    var description: String { String(text.prefix(40)) }
  }

  private let reader = Library(userFolder: nil).postings()

  private static let samples: [Sample] = {
    let file = (#filePath as NSString).deletingLastPathComponent + "/Postings/postings.txt"
    let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    return text.components(separatedBy: "=====\n").dropFirst().map { part in
      let lines = part.split(separator: "\n", omittingEmptySubsequences: false)
      return Sample(
        text: lines.filter { !$0.hasPrefix("-> ") }.joined(separator: "\n"),
        wanted: lines.filter { $0.hasPrefix("-> ") }.map { String($0.dropFirst(3)) })
    }.filter { $0.text.contains(where: \.isLetter) }
  }()

  @Test(arguments: samples) private func isReadAsAPersonWould(_ sample: Sample) {
    let found = reader.wanted(sample.text).map { it in
      it.text + (it.years.map { " (\($0))" } ?? "")
    }
    #expect(found == sample.wanted, "\(sample.text)")
  }

  @Test func theCorpusIsThere() { #expect(PostingTests.samples.count >= 16) }

  @Test func whatIsOnFileIsNotProposedAgain() {
    let now = Moment(Day(iso: "2026-03-20")!, hour: 10)
    var dossier = Dossier(
      Application(id: ID("a"), created: now) {
        $0.posting = "Requirements: Go, Kafka, and on-call"
      })
    #expect(reader.proposals(dossier).map(\.text) == ["Go", "Kafka", "On-call"])
    var ids = IDSource(seed: 3)
    let change = Posting.added(reader.proposals(dossier)[1], to: ID("a"), ids: &ids, now: now)
    guard case .insert(.preparation(let entry))? = change.operations.first else {
      Issue.record("nothing was added")
      return
    }
    #expect(entry.kind == .requirement && entry.text == "Kafka")
    dossier.preparations = [entry]
    #expect(reader.proposals(dossier).map(\.text) == ["Go", "On-call"])
  }

  /// "An" is a year in French, and no year in front of a number of them.
  @Test func yearsAreToldFromOtherWords() {
    func years(_ text: String) -> Int? { reader.wanted("Requirements: \(text)").first?.years }
    #expect(years("An eye for detail after 5 years of nursing") == 5)
    #expect(years("An engineering degree") == nil)
    #expect(years("2 ans d’expérience") == 2 && years("zehn Jahre Erfahrung") == 10)
    #expect(years("51 years") == nil && years("50 years") == 50)
  }

  @Test func aFileOfWordsIsRead() {
    let words = PostingWords(
      lines: "[wanted]\nWe’d like\n\n[numbers]\none 1\nbroken\n[years]\nyear*\nan\n[strange]\nx"
        .split(
          separator: "\n"))
    #expect(words.wanted == ["we'd like"] && words.numbers == ["one": 1])
    #expect(words.isYears("years") && words.isYears("an,") && !words.isYears("and"))
    #expect(PostingReader(words).wanted("We’d like: Go").map(\.text) == ["Go"])
    #expect(PostingReader(PostingWords()).wanted("Requirements: Go").isEmpty)
    let shipped = Library(userFolder: nil).postings()
    #expect(shipped == reader && shipped != PostingReader(PostingWords()))
  }
}
