import Foundation
import TestSupport
import Testing

@testable import DebriefModel

/// The figures of a thousand made-up searches, counted a second time from what is exported: plain rows of JSON,
/// dates as texts, and no rule of the model.
@Suite(.timed) struct RecountTests {
  typealias Row = [String: Any]
  /// Hits, all, still open, and the sum, by the name of the row.
  typealias Figures = [String: [Int]]

  /// What is counted here again.
  private static let rows = [
    "step/", "offer", "resume/", "cover/", "picked/", "glad", "reopened", "area/", "strength/",
    "weakness/",
    "marks/", "fair/", "delivery/", "interest/", "ask/", "forecasts/", "felt/", "change/", "late",
  ]
  /// Rows that count the same requests by other things.
  private static let others = ["ask/to/", "ask/after/"]

  @Test(arguments: 0..<10) func countedTwiceIsTheSame(_ batch: Int) throws {
    for seed in (batch * 100)..<(batch * 100 + 100) {
      var search = Search(seed: UInt64(seed))
      let dossiers = search.applications()
      var tally = MonthTally(.all, now: noon, patience: Patience())
      for it in dossiers { tally.add(MonthFacts(it)) }
      var counted: Figures = [:]
      for (key, it) in tally.counts
      where Self.rows.contains(where: key.name.hasPrefix)
        && !Self.others.contains(where: key.name.hasPrefix)
      {
        counted[key.name] = [it.hits, it.all, it.running, it.sum]
      }
      var again = Recount()
      for it in dossiers { again.add(try Self.exported(it)) }
      #expect(tally.applications == dossiers.count)
      for name in Set(counted.keys).union(again.figures.keys).sorted()
      where counted[name] != again.figures[name] {
        Issue.record(
          "seed \(seed), \(name): \(counted[name] ?? []) and \(again.figures[name] ?? [])")
      }
    }
  }

  /// The histories have something of everything, or the above would hold of nothing.
  @Test func everyRowIsThere() throws {
    var again = Recount()
    for seed in 0..<100 {
      var search = Search(seed: UInt64(seed))
      for it in search.applications() { again.add(try Self.exported(it)) }
    }
    for row in Self.rows {
      let all = again.figures.filter { $0.key.hasPrefix(row) }.values
      #expect(all.contains { $0[1] > 3 }, "\(row)")
    }
    #expect(again.figures["step/3"] != nil && again.figures["step/0"]![2] > 0)
  }

  /// An application as JSON has it, by kind.
  private static func exported(_ it: Dossier) throws -> [String: [Row]] {
    var rows: [String: [Row]] = [:]
    for entity in it.entities {
      let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(entity.noun))
      rows["\(entity.kind)", default: []].append(try #require(object as? Row))
    }
    return rows
  }
}

/// Counts exported rows.
private struct Recount {
  var figures: RecountTests.Figures = [:]
  private let moments = ISO8601DateFormatter()
  private let days = ISO8601DateFormatter()

  init() { days.formatOptions = [.withFullDate] }

  private mutating func note(_ name: String, _ hit: Bool?, _ value: Int = 0) {
    var it = figures[name] ?? [0, 0, 0, 0]
    if let hit {
      it = [it[0] + (hit ? 1 : 0), it[1] + 1, it[2], it[3] + value]
    } else {
      it[2] += 1
    }
    figures[name] = it
  }

  private func hours(_ a: String, _ b: String) -> Double {
    guard let a = moments.date(from: a), let b = moments.date(from: b) else { return 0 }
    return b.timeIntervalSince(a) / 3600
  }

  mutating func add(_ rows: [String: [RecountTests.Row]]) {
    func list(_ kind: String, by field: String = "id") -> [RecountTests.Row] {
      (rows[kind] ?? []).sorted { ($0[field] as? String ?? "") < ($1[field] as? String ?? "") }
    }
    let application = rows["application"]![0]
    let now = noon.description
    let rounds = list("interview", by: "start")
    let held = rounds.filter { ($0["start"] as! String) <= now }
    let ends = [
      "refused", "silent", "withdrew", "offered", "accepted", "declined", "reopened",
    ]
    let kinds = list("event", by: "on").map { $0["kind"] as! String }
    let last = kinds.last { ends.contains($0) }
    let isOffered = !Set(kinds).isDisjoint(with: ["offered", "accepted", "declined"])
    let isTakenBack = last == "withdrew"
    let isDecided = last != nil && last != "reopened" && !isTakenBack
    func wentOn(_ after: Int) -> Bool? {
      rounds.count > after || isOffered ? true : isDecided ? false : nil
    }
    /// What was taken back counts only for what had happened.
    func course(_ name: String, _ hit: Bool?) {
      if hit == nil, isTakenBack { return }
      note(name, hit)
    }
    let reached: Bool? = held.isEmpty ? (isDecided ? false : nil) : true
    course("step/0", reached)
    for round in held.indices { course("step/\(round + 1)", wentOn(round + 1)) }
    course("offer", isOffered ? true : isDecided ? false : nil)
    if let resume = application["resume"] as? String, !resume.isEmpty {
      course("resume/\(resume)", reached)
    }
    let version = application["cover"] as? String ?? ""
    let hasText = (application["coverText"] as? String ?? "") != ""
    if version != "" || hasText {
      course("cover/true", reached)
      if version != "" { course("cover/version/\(version)", reached) }
    } else if let sent = application["coverSent"] as? Bool {
      course("cover/\(sent)", reached)
    }
    if let picked = application["picked"] as? Bool { course("picked/\(picked)", reached) }
    if let glad = application["glad"] as? Bool { note("glad", glad) }
    if kinds.contains("refused") || kinds.contains("silent") {
      note("reopened", kinds.contains("reopened"))
    }

    /// A round of an hour that is over, and more than two days between its end and the note.
    func isLate(_ row: RecountTests.Row) -> Bool {
      let recorded = row["recorded"] as! String
      let before = held.filter { ($0["start"] as! String) <= recorded }
      let own = before.first { $0["id"] as? String == row["interview"] as? String }
      guard let round = own ?? before.last else { return false }
      return hours(round["start"] as! String, recorded).rounded(.down) - 1 > 48
    }
    var strengths: Set<String> = []
    var weaknesses: [String: Bool] = [:]
    for it in list("finding") {
      let late = it["phase"] as? String == "during" && isLate(it)
      note("late", late)
      let (kind, area) = (it["kind"] as! String, it["area"] as? String)
      let reason = it["reason"] as? String ?? ""
      if kind == "outside" { continue }
      if let area { note("area/\(area)/\(kind)", true, (it["weight"] as! Int) * (late ? 1 : 2)) }
      if kind == "strength", let area { strengths.insert(area) }
      if kind == "weakness", !reason.isEmpty || area != nil {
        weaknesses[reason.isEmpty ? "/\(area!)" : reason, default: true] =
          (weaknesses[reason.isEmpty ? "/\(area!)" : reason] ?? true) && late
      }
    }
    for area in strengths where !held.isEmpty {
      if let on = wentOn(1) { note("strength/\(area)", on) }
    }
    for (what, late) in weaknesses { note("weakness/\(what)", true, late ? 1 : 2) }

    for it in list("turn") {
      note("late", isLate(it))
      guard it["asker"] as? String == "them" else { continue }
      let delivery = it["delivery"] as? String
      if let rating = it["rating"] as? Int {
        let place = held.firstIndex { $0["id"] as? String == it["interview"] as? String }
        let on = place.map { wentOn($0 + 1) } ?? (held.isEmpty ? isOffered ? true : nil : wentOn(1))
        if let on { note("marks/\(on ? "on" : "out")", true, rating) }
        if let delivery { note("delivery/\(delivery)", true, rating) }
      }
      if let rating = it["rating"] as? Int, let reaction = it["reaction"] as? String {
        let own = rating > 3 ? 1 : rating < 3 ? -1 : 0
        let off = own - (reaction == "interest" ? 1 : reaction == "neutral" ? 0 : -1)
        note("fair/\(off < 0 ? "harder" : off > 0 ? "easier" : "same")", true, off)
      }
      if let delivery, let reaction = it["reaction"] as? String {
        note("interest/\(delivery)", reaction == "interest")
      }
    }

    for it in list("feedback") {
      guard let asked = it["asked"] as? String, let channel = it["channel"] as? String,
        channel != "adviser"
      else { continue }
      let said = it["candour"] as? String
      let until = it["due"] as? String ?? self.day(asked, plus: 14)
      let hit: Bool? =
        it["received"] is String
        ? said != "boilerplate" && said != "declined"
        : it["closed"] as? Bool == true || until < String(now.prefix(10)) ? false : nil
      note("ask/\(channel)", hit)
    }
    for it in list("forecast") {
      let place = held.firstIndex { $0["id"] as? String == it["interview"] as? String }
      let chance = it["chance"] as! Int
      course(
        "forecasts/\(chance <= 33 ? 0 : chance <= 66 ? 1 : 2)",
        wentOn(place.map { $0 + 1 } ?? max(1, held.count)))
      guard let felt = it["felt"] as? Int else { continue }
      course(
        "felt/\(felt > 3 ? "well" : felt < 3 ? "badly" : "okay")",
        wentOn(place.map { $0 + 1 } ?? max(1, held.count)))
    }
    for it in list("improvement") { note("change/\(it["state"] as! String)", true) }
  }

  private func day(_ day: String, plus count: Int) -> String {
    days.date(from: day).map {
      days.string(from: $0.addingTimeInterval(Double(count) * 86400))
    } ?? day
  }
}

/// A search as it may go: sound in the order of its days, and otherwise as chance has it.
private struct Search {
  var random: Seeded
  var ids: IDSource

  init(seed: UInt64) {
    random = Seeded(seed: seed)
    ids = IDSource(seed: seed)
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    .random(in: range, using: &random)
  }
  private mutating func one<T>(_ from: [T]) -> T { from[number(0...(from.count - 1))] }
  private mutating func maybe<T>(_ value: T) -> T? { number(0...2) > 0 ? value : nil }

  mutating func applications() -> [Dossier] { (0..<number(1...6)).map { _ in application() } }

  private mutating func application() -> Dossier {
    let id = ids.draw()
    var day = noon.day.adding(days: -number(60...300))
    var it = Dossier(Application(id: id, created: noon.at(day)) { $0.company = "Acme" })
    it.application.resume = one(["", "general", "short"])
    it.application.picked = maybe(number(0...1) == 0)
    it.application.cover = one([nil, nil, "warm", "short"])
    it.application.coverSent = it.application.cover == nil ? one([nil, false, true]) : true
    it.application.coverText = number(0...5) == 0 ? "Dear team," : nil
    it.application.glad = number(0...3) == 0 ? number(0...1) == 0 : nil
    func event(_ kind: Event.Kind, _ draw: inout IDSource) {
      it.events.append(
        Event(id: draw.draw(), application: id, kind: kind, on: day, recorded: noon.at(day)))
    }
    event(.applied, &ids)
    func round(_ draw: inout IDSource) {
      let number = it.interviews.count + 1
      it.interviews.append(
        Interview(id: draw.draw(), application: id, recorded: noon.at(day)) {
          $0.round = number
          $0.start = noon.at(day).adding(seconds: 10 * 3600)
        })
    }
    let past = number(0...3)
    for _ in 0..<past {
      day = day.adding(days: number(3...10))
      round(&ids)
    }
    let held = it.interviews
    addNotes(to: &it, held)
    day = day.adding(days: number(1...5))
    let endings: [[Event.Kind]] = [
      [], [], [.refused], [.refused], [.silent], [.withdrew], [.offered], [.offered, .accepted],
      [.offered, .declined], [.refused, .reopened], [.silent, .reopened], [.reopened, .refused],
    ]
    let ending = one(endings)
    for kind in ending {
      event(kind, &ids)
      day = day.adding(days: number(1...4))
    }
    if ending.last == nil || ending.last == .reopened, number(0...1) == 0 {
      day = noon.day.adding(days: number(2...9))
      round(&ids)
    }
    it.sort()
    return it
  }

  /// What is written down of the rounds, some of it at once and some long after.
  private mutating func addNotes(to it: inout Dossier, _ held: [Interview]) {
    let id = it.application.id
    func after(_ round: Interview?, late: Bool) -> Moment {
      (round?.start ?? noon.at(it.application.created.day)).adding(
        seconds: late ? 12 * 86400 + 1800 : 2 * 3600)
    }
    for _ in 0..<number(0...4) {
      let recorded = after(held.last, late: number(0...2) == 0)
      var finding = Finding(
        id: ids.draw(), application: id, kind: one([.strength, .weakness, .outside]),
        recorded: recorded)
      finding.phase = one([.before, .during, .during, .after])
      finding.area = maybe(one(Area.allCases))
      finding.reason = one(["", "R-TECH", "R-PREP"])
      finding.weight = number(1...5)
      it.findings.append(finding)
    }
    for _ in 0..<number(0...5) {
      let round = held.isEmpty ? nil : maybe(one(held))
      let recorded = after(round ?? held.last, late: number(0...2) == 0)
      var turn = Turn(id: ids.draw(), application: id, recorded: recorded)
      turn.interview = round?.id
      turn.asker = one([.them, .them, .me])
      turn.question = "Why?"
      turn.rating = maybe(number(1...5))
      turn.delivery = maybe(one(Turn.Delivery.allCases))
      turn.reaction = maybe(one(Turn.Reaction.allCases))
      it.turns.append(turn)
    }
    for _ in 0..<number(0...2) {
      var ask = Feedback(id: ids.draw(), application: id, recorded: noon)
      ask.channel = one(Channel.allCases)
      let day = noon.day.adding(days: -number(1...40))
      ask.asked = maybe(day)
      ask.due = number(0...2) == 0 ? day.adding(days: number(1...30)) : nil
      ask.received = number(0...1) == 0 ? day.adding(days: 1) : nil
      ask.candour = ask.received == nil ? nil : maybe(one(Candour.allCases))
      ask.closed = number(0...4) == 0
      it.feedback.append(ask)
    }
    for _ in 0..<number(0...2) {
      let round = held.isEmpty ? nil : maybe(one(held))
      it.forecasts.append(
        Forecast(
          id: ids.draw(), application: id, interview: round?.id, chance: number(0...100),
          sealed: noon.adding(seconds: -86400 * 50), felt: maybe(number(1...5))))
    }
    for _ in 0..<number(0...2) {
      var change = Improvement(id: ids.draw(), application: id, recorded: noon)
      change.state = one(Improvement.State.allCases)
      it.improvements.append(change)
    }
  }
}
