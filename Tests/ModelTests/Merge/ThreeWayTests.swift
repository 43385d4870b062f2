import Glibc
import Testing

@testable import DebriefModel

/// Two computers and what they began from.
private struct Case {
  var base = Stock()
  var ours = Stock()
  var theirs = Stock()

  func merged(today: String? = nil) -> ThreeWay {
    ThreeWay(base: base.rows, ours: ours, theirs: theirs, today: today)
  }

  /// The same with the two computers exchanged.
  var turned: Case { Case(base: base, ours: theirs, theirs: ours) }
}

@Suite(.timed) struct ThreeWayTests {
  private let then = Moment(seconds: 1_774_000_000)

  private func stock(_ entities: Entity...) throws -> Stock {
    var stock = Stock()
    for it in entities { try stock.add(it) }
    return stock
  }

  private func company(_ id: String = "a1", _ company: String = "Acme", _ notes: String = "")
    -> Entity
  {
    .application(
      Application(id: ID(id), created: then) {
        $0.company = company
        $0.notes = notes
      })
  }

  private func finding(_ statement: String, _ weight: Int = 3, id: String = "f1") -> Entity {
    .finding(
      Finding(id: ID(id), application: ID("a1"), kind: .weakness, recorded: then) {
        $0.statement = statement
        $0.weight = weight
      })
  }

  private func merge(
    _ base: [Entity], _ ours: [Entity], _ theirs: [Entity], today: String? = nil
  ) throws -> ThreeWay {
    var it = Case()
    for entity in base { try it.base.add(entity) }
    for entity in ours { try it.ours.add(entity) }
    for entity in theirs { try it.theirs.add(entity) }
    return it.merged(today: today)
  }

  private func row(_ merge: ThreeWay, _ kind: Entity.Kind, _ id: String) -> JSONTree? {
    merge.stock.rows[ThingName(kind.rawValue, id)]
  }

  @Test func whatOnlyOneChangedIsTaken() throws {
    let it = try merge(
      [company(), finding("slow", 2)], [company(), finding("slow start", 2)],
      [company(), finding("slow", 5)])
    #expect(row(it, .finding, "f1")?["statement"] == .text("slow start"))
    #expect(row(it, .finding, "f1")?["weight"] == .number(5))
    #expect(it.clashes.isEmpty)
  }

  @Test func twoTextsAreBothThere() throws {
    let (a, b) = ([company(), finding("ours")], [company(), finding("theirs")])
    let one = try merge([company(), finding("base")], a, b)
    let other = try merge([company(), finding("base")], b, a)
    #expect(row(one, .finding, "f1")?["statement"] == .text("ours — also: theirs"))
    #expect(one.stock == other.stock)
    #expect(one.clashes.map(\.outcome) == [.both])
    #expect(
      MergeWords.sentences(one.clashes, in: one.stock) == [
        "Two computers changed the same words. Both versions were kept: what happened (Acme)."
      ])
  }

  @Test func ofTwoNumbersOursStandsAndThatIsSaid() throws {
    let it = try merge(
      [company(), finding("x", 1)], [company(), finding("x", 2)], [company(), finding("x", 3)])
    #expect(row(it, .finding, "f1")?["weight"] == .number(2))
    #expect(
      MergeWords.sentences(it.clashes, in: it.stock) == [
        "Two computers set different values. This computer's were kept: the importance (Acme), not “3”."
      ])
  }

  /// Of a field that holds one value the other is told in words, so that nothing that was typed is nowhere; what is
  /// chosen from a list is told by the name of the field.
  @Test func theValueThatDoesNotStayIsTold() throws {
    func told(_ ours: (inout Application) -> Void, _ theirs: (inout Application) -> Void) throws
      -> String
    {
      func with(_ fill: (inout Application) -> Void) -> Entity {
        .application(
          Application(id: ID("a1"), created: then) {
            $0.company = "Acme"
            fill(&$0)
          })
      }
      let it = try merge([company()], [with(ours)], [with(theirs)])
      let all = MergeWords.sentences(it.clashes, in: it.stock)
      let head = "Two computers set different values. This computer's were kept: "
      #expect(all.count == 1 && all[0].hasPrefix(head))
      return String(all[0].dropFirst(head.count))
    }
    #expect(
      try told({ $0.link = "https://one.example/a" }, { $0.link = "https://two.example/b" })
        == "the link (Acme), not “https://two.example/b”.")
    #expect(
      try told({ $0.cover = "warm" }, { $0.cover = "short" })
        == "the cover letter version (Acme), not “short”.")
    #expect(
      try told({ $0.finalists = 3 }, { $0.finalists = 4 })
        == "how many made the final round (Acme), not “4”.")
    #expect(
      try told({ $0.glad = true }, { $0.glad = false }) == "whether it was for the best (Acme).")
    #expect(try told({ $0.region = .eu }, { $0.region = .uk }) == "where the company is (Acme).")
    let long = String(repeating: "x", count: 400)
    #expect(
      try told({ $0.link = "a" }, { $0.link = long })
        == "the link (Acme), not “" + long.prefix(300) + "…”.")
  }

  @Test func whatIsDeletedIsGoneUnlessItWasChanged() throws {
    let there = [company(), finding("x")]
    let gone = try merge(there, [company()], there, today: "2026-03-20")
    #expect(row(gone, .finding, "f1") == nil)
    #expect(
      gone.stock.gone[ThingName("finding", "f1")] == Stock.Gone(day: "2026-03-20", owner: "a1"))
    let back = try merge(there, [company()], [company(), finding("y")])
    #expect(row(back, .finding, "f1")?["statement"] == .text("y"))
    #expect(back.clashes.map(\.outcome) == [.cameBack])
  }

  @Test(arguments: [true, false]) func anApplicationComesBackWithAllOfIt(_ isTurned: Bool) throws {
    let there = [company(), finding("x"), finding("y", id: "f2")]
    let written = there + [finding("new", id: "f3")]
    let it =
      try isTurned ? merge(there, written, [], today: "2026-03-20") : merge(there, [], written)
    #expect(it.stock.rows.count == 4)
    #expect(it.stock.gone.isEmpty)
    #expect(
      MergeWords.sentences(it.clashes, in: it.stock) == [
        "One computer deleted what another changed, so it's back: Acme."
      ])
  }

  @Test func anApplicationNobodyWroteToStaysDeleted() throws {
    let there = [company(), finding("x"), finding("y", id: "f2")]
    // That one thing was deleted there as well brings nothing back.
    let it = try merge(there, [], [company(), finding("x")], today: "2026-03-20")
    #expect(it.stock.rows.isEmpty)
    #expect(it.stock.gone.count == 3)
  }

  @Test func anAnswerToOneQuestionIsOneAnswer() throws {
    func answer(_ id: String, _ value: String, _ seconds: Int) -> Entity {
      .response(
        Response(
          id: ID(id), application: ID("a1"), debrief: ID("d1"), item: "q",
          answered: then.adding(seconds: seconds)
        ) { $0.value = value })
    }
    let words = try merge(
      [company()], [company(), answer("r1", "One thing", 0)],
      [company(), answer("r2", "Another", 5)])
    #expect(words.stock.rows.count == 2)
    #expect(row(words, .response, "r1")?["value"] == .text("Another\n— also: One thing"))
    #expect(words.stock.gone.keys.map(\.id) == ["r2"])
    let chosen = try merge(
      [company()], [company(), answer("r1", "yes", 0)], [company(), answer("r2", "no", 5)])
    #expect(row(chosen, .response, "r1")?["value"] == .text("no"))
    #expect(chosen.clashes.map(\.outcome) == [.later])
    // Two that one computer has both are left alone.
    let two = [company(), answer("r1", "yes", 0), answer("r2", "no", 5)]
    #expect(try merge([], two, []).stock.rows.count == 3)
  }

  @Test func aDebriefBegunTwiceIsOneWithAllAnswers() throws {
    func begun(_ id: String, _ seconds: Int) -> Entity {
      .debrief(
        Debrief(
          id: ID(id), application: ID("a1"), branch: .ghosted,
          started: then.adding(seconds: seconds)))
    }
    func answer(_ id: String, _ debrief: String, _ item: String) -> Entity {
      .response(
        Response(
          id: ID(id), application: ID("a1"), debrief: ID(debrief), item: item, answered: then
        ) {
          $0.value = "Words of \(id)"
        })
    }
    let (ours, theirs) = (
      [company(), begun("d1", 0), answer("r1", "d1", "p"), answer("r3", "d1", "q")],
      [company(), begun("d2", 60), answer("r2", "d2", "p")]
    )
    for (a, b) in [(ours, theirs), (theirs, ours)] {
      let it = try merge([company()], a, b)
      #expect(row(it, .debrief, "d2") == nil)
      #expect(row(it, .response, "r1")?["value"] == .text("Words of r1\n— also: Words of r2"))
      #expect(row(it, .response, "r3")?["debrief"] == .text("d1"))
      #expect(row(it, .response, "r2") == nil)
    }
  }

  @Test func wordsOfOthersOnlyGrowAndPredictionsStay() throws {
    func said(_ words: String) -> Entity {
      .feedback(
        Feedback(id: ID("b1"), application: ID("a1"), recorded: then) { $0.verbatim = words })
    }
    func sealed(_ chance: Int, _ seconds: Int) -> Entity {
      .forecast(
        Forecast(
          id: ID("p1"), application: ID("a1"), chance: chance, sealed: then.adding(seconds: seconds)
        ))
    }
    let it = try merge(
      [company(), said("No."), sealed(30, 0)],
      [company(), said("No. Too junior."), sealed(30, 0)],
      [company(), said("No. Not now."), sealed(90, 9)])
    guard case .text(let words)? = row(it, .feedback, "b1")?["verbatim"] else {
      Issue.record("no words")
      return
    }
    for before in ["No. Too junior.", "No. Not now."] {
      #expect(words.contains(before))
      let was = Feedback(id: ID("b1"), application: ID("a1"), recorded: then) {
        $0.verbatim = before
      }
      var next = was
      next.verbatim = words
      #expect(was.accepts(next))
    }
    #expect(row(it, .forecast, "p1")?["chance"] == .number(30))
    // Where nobody knows what was first, the moment of the sealing says it.
    #expect(
      try row(merge([], [sealed(90, 9)], [sealed(30, 0)]), .forecast, "p1")?["chance"]
        == .number(30))
    #expect(it.clashes.map(\.outcome) == [.both])
    // Both sides come to the same, also where each takes its own for what was agreed on.
    for (ours, theirs) in [(sealed(90, 0), sealed(30, 5)), (sealed(30, 5), sealed(90, 0))] {
      let it = try merge([ours], [ours], [theirs])
      #expect(row(it, .forecast, "p1")?["chance"] == .number(90))
    }
  }

  @Test func whatIsNotKnownHereIsMergedAsValues() {
    func odd(_ fields: [String: JSONTree]) -> Stock {
      Stock(rows: [ThingName("hobby", "h1"): JSONTree(fields: fields)])
    }
    let it = ThreeWay(
      base: odd(["id": .text("h1"), "a": .number(1), "b": .number(1)]).rows,
      ours: odd(["id": .text("h1"), "a": .number(2), "b": .number(1)]),
      theirs: odd(["id": .text("h1"), "a": .number(1), "b": .number(3), "c": .bool(true)]))
    #expect(
      it.stock.rows.values.first
        == JSONTree(fields: ["id": .text("h1"), "a": .number(2), "b": .number(3), "c": .bool(true)])
    )
  }

  /// A folder has thousands of files: what the next one takes doesn't grow with those before it.
  @Test func aFolderIsJoinedInTheTimeOfItsSize() {
    func seconds(_ files: Int) -> Double {
      var (start, end) = (timespec(), timespec())
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start)
      var all = Stock()
      for n in 0..<files {
        all.join(
          Stock(
            rows: [ThingName("event", "e\(n)"): .text("x")],
            gone: [ThingName("event", "g\(n)"): .init(day: "2026-03-20", owner: nil)]))
      }
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end)
      #expect(all.rows.count == files && all.gone.count == files)
      return Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) / 1e9
    }
    _ = seconds(100)
    let (few, many) = (seconds(1_000), seconds(8_000))
    #expect(many < few * 24, "\(few) s, \(many) s")
  }

  @Test func whatIsJoinedIsThereOrGone() {
    let (name, gone) = (ThingName("event", "e"), Stock.Gone(day: "2026-03-20", owner: nil))
    let there = Stock(rows: [name: .text("x")])
    for parts in [[there, Stock(gone: [name: gone])], [Stock(gone: [name: gone]), there]] {
      var all = Stock()
      for part in parts { all.join(part) }
      #expect(all == there)
    }
    var all = Stock(gone: [name: gone])
    all.join(Stock(gone: [name: Stock.Gone(day: "2026-03-19", owner: nil)]))
    #expect(all.gone[name]?.day == "2026-03-19")
  }

  @Test func aTextThatMetItsPartsDoesNotGrow() {
    let both = BothTexts.united(base: "x", "one", "two", inLine: true)
    #expect(both == "one — also: two")
    #expect(BothTexts.united(base: "x", both, "one", inLine: true) == both)
    #expect(BothTexts.united(base: "", "two", both, inLine: true) == both)
    #expect(
      BothTexts.united(base: both, "one — also: three", "zero — also: two", inLine: true)
        == "three — also: zero")
    #expect(BothTexts.united(base: "one", "", "one more", inLine: true) == "one more")
    #expect(BothTexts.holds("two", in: both))
    #expect(!BothTexts.holds("tw", in: "one — also: x"))
  }
}
