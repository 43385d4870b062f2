import DebriefModel
import Foundation
import TestSupport
import Testing

@testable import DebriefImport

/// An offer that comes by mail.
extension MailTests {
  private func offer(_ entry: Proposal.Entry) -> Event? {
    entry.operations.compactMap {
      if case .event(let it) = $0.entity, it.kind == .offered { it } else { nil }
    }.first
  }

  /// The mail is of Monday 2 March 2026.
  @Test(
    arguments: [
      ("We need your answer\nby March 20.", "2026-03-20"),
      ("Please let us know within a\nweek.", "2026-03-09"),
      ("The offer is valid until Friday.", "2026-03-06"), ("You would start on 1 June.", nil),
    ] as [(String, String?)])
  func anOfferHasTheDeadlineOfItsWords(_ words: String, _ due: String?) throws {
    var it = reader([dossier("Nordlicht", "Engineer")])
    let body = "Dear Sam,\n\nwe are pleased to offer you the position. \(words)\n\nAda"
    let entry = try #require(try it.entry(try letter(body)).first)
    let event = try #require(offer(entry))
    #expect(event.due?.description == due && event.words == body)
    #expect(entry.details.contains { $0.hasPrefix("They need your answer by") } == (due != nil))
  }

  @Test func anOfferWrittenDownByHandGetsTheirWordsAndTheirDay() throws {
    var dossier = dossier("Nordlicht", "Engineer", [.applied])
    var hand = Event(
      id: ID("hand"), application: dossier.application.id, kind: .offered, on: Day(2026, 3, 1)!,
      recorded: now)
    let body = "We are pleased to offer you the position. Please reply by March 20."
    func read() throws -> Event? {
      var next = dossier
      next.events.append(hand)
      var it = reader([next])
      return try it.entry(try letter(body)).first.flatMap(offer)
    }
    let new = try #require(try read())
    #expect(new.id == hand.id && new.known == hand.known && new.words == body)
    #expect(new.due?.description == "2026-03-20")
    // The day that somebody was told counts, and the same mail again changes nothing.
    hand.due = Day(2026, 3, 12)
    #expect(try read()?.due == Day(2026, 3, 12))
    dossier.events.append(new)
    var again = reader([dossier])
    #expect(try again.entry(try letter(body)).isEmpty)
  }

  /// The words of a no without a day are the same words, wherever it stands among the others.
  @Test func theWordsOfANoWithoutADayAreKnown() throws {
    let dossier = dossier("Nordlicht", "Engineer", [.applied])
    let body = "Unfortunately we decided against you."
    var no = Event(
      id: ID("no"), application: dossier.application.id, kind: .refused, on: Day(2026, 1, 5)!,
      recorded: now
    ) { $0.words = body }
    func isNew() throws -> Bool {
      var next = dossier
      next.events.append(no)
      var it = reader([next])
      return try !it.entry(try letter(body)).isEmpty
    }
    // Eight weeks before the mail, it was another time.
    #expect(try isNew())
    no.leaveUndated()
    #expect(try !isNew())
  }
}
