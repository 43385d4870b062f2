import DebriefModel
import Foundation
import Testing

/// What a posting asks for: a small corpus of made-up postings, read as a person would mark them.
@Suite(.timed) struct PostingTests {
  private struct Sample: Sendable, CustomStringConvertible {
    var text: String
    var wanted: [String]
    var description: String { String(text.prefix(40)) }
  }

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
    let found = Posting.wanted(sample.text).map { it in
      it.text + (it.years.map { " (\($0))" } ?? "")
    }
    #expect(found == sample.wanted, "\(sample.text)")
  }

  @Test func theCorpusIsThere() { #expect(PostingTests.samples.count >= 8) }

  @Test func whatIsOnFileIsNotProposedAgain() {
    let now = Moment(Day(iso: "2026-03-20")!, hour: 10)
    var dossier = Dossier(
      Application(id: ID("a"), created: now) {
        $0.posting = "Requirements: Go, Kafka, and on-call"
      })
    #expect(Posting.proposals(dossier).map(\.text) == ["Go", "Kafka", "On-call"])
    var ids = IDSource(seed: 3)
    let change = Posting.added(Posting.proposals(dossier)[1], to: ID("a"), ids: &ids, now: now)
    guard case .insert(.preparation(let entry))? = change.operations.first else {
      Issue.record("nothing was added")
      return
    }
    #expect(entry.kind == .requirement && entry.text == "Kafka")
    dossier.preparations = [entry]
    #expect(Posting.proposals(dossier).map(\.text) == ["Go", "On-call"])
  }
}
