import DebriefModel
import GRDB

extension Store {
  /// The most cards of each kind: the latest of the search.
  static let mostCards = 24

  /// The cards of the drill with their reviews, and the interview they are for: that of one application, or
  /// of whichever comes next. No index leads to weak answers: all are looked at, which takes 20 ms of 20,000
  /// applications, so that a screen asks for it only where it has an interview to say it for.
  public func drill(for wanted: ID? = nil, now: Moment) throws -> DrillDeck {
    try read { db in
      var companies: [ID: String] = [:]
      func company(_ id: ID) throws -> String {
        if let known = companies[id] { return known }
        let name = try db.rowName(of: id)
        companies[id] = name
        return name
      }
      var isCut = false
      // One more is read than there is room for: it says that there are more.
      func newest<N: Noun>(_ type: N.Type, where condition: String, most: Int) throws -> [N] {
        let found = try db.all(type, where: condition + " LIMIT ?", [.number(most + 1)])
        if found.count > most { isCut = true }
        return Array(found.prefix(most))
      }
      var cards = try newest(
        Turn.self, where: "rating <= 2 AND asker = 'them' ORDER BY recorded DESC, id",
        most: Store.mostCards
      ).map { DrillCard(weak: $0, company: try company($0.application)) }
      cards += try newest(
        Improvement.self,
        where: "state = 'open' AND ifnull(learning, 0) = 0 ORDER BY recorded DESC, id",
        most: Store.mostCards
      ).map { DrillCard(change: $0, company: try company($0.application)) }
      for reply in try newest(
        Feedback.self, where: "asked IS NOT NULL AND three <> '[]' ORDER BY asked DESC, id",
        most: Store.mostCards / 3)
      {
        for place in reply.three.indices {
          if let card = DrillCard(
            thing: place, of: reply, company: try company(reply.application))
          {
            cards.append(card)
          }
        }
      }
      let next = try db.next(wanted, now: now)
      if let next {
        cards += try db.all(
          Preparation.self, where: "application = ? ORDER BY id", [.id(next.application)]
        ).compactMap { DrillCard(prepared: $0, company: try company($0.application)) }
      }
      try db.addReviews(to: &cards)
      var deck = DrillDeck(
        cards, application: next?.application,
        company: try next.map { try company($0.application) } ?? "",
        target: next?.day, today: now.day)
      deck.isCut = isCut
      return deck
    }
  }
}

extension Database {
  /// The interview that comes next: of one application, or of all.
  fileprivate func next(_ wanted: ID?, now: Moment) throws -> (application: ID, day: Day?)? {
    let start = now.day.description
    let found = try all(
      Interview.self,
      where: wanted == nil
        ? "start >= ? AND start IS NOT NULL ORDER BY start LIMIT 40"
        : "application = ?2 AND start >= ?1 ORDER BY start LIMIT 40",
      wanted == nil ? [.text(start)] : [.text(start), .id(wanted)])
    for round in found.sorted(by: { ($0.start ?? now, $0.id) < ($1.start ?? now, $1.id) }) {
      let events = try all(Event.self, where: "application = ?", [.id(round.application)])
        .sorted(by: Event.inOrder)
      let isDecided =
        Status(
          events: events, interviews: [round], now: now, patience: Patience()
        ).outcome != .waiting
      if round.standing(events, now: now) == .ahead, !isDecided, let day = round.start?.day {
        return (round.application, day)
      }
    }
    return wanted.map { ($0, nil) }
  }

  /// Puts the reviews to their cards.
  fileprivate func addReviews(to cards: inout [DrillCard]) throws {
    var reviews: [DrillCard.Key: [CardReview]] = [:]
    try every(CardReview.self, "application", Array(Set(cards.map(\.application))).sorted()) {
      reviews[DrillCard.Key($0.card, part: $0.part), default: []].append($0)
    }
    for i in cards.indices {
      cards[i].reviews = (reviews[cards[i].key] ?? []).sorted(by: CardReview.inOrder)
    }
  }
}
