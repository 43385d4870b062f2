import Testing

@testable import DebriefModel

/// What is weighed, and what is said of it.
extension RuleBoundaryTests {
  // MARK: - Verdict

  @Test func whatIsLaterIsNoCause() {
    func isLater(_ offset: Int) -> Bool {
      let it = refused {
        $0.interviews = [round(on: offset)]
        $0.turns = [turn("t") { $0.interview = ID("i1") }]
      }
      return it.isLater(finding("a", evidence: Evidence(.turn, ID("t"))))
    }
    #expect(!isLater(-1))
    #expect(!isLater(0))
    #expect(isLater(1))
    for kind in [Event.Kind.refused, .silent, .withdrew, .accepted, .declined] {
      #expect(home { $0.events = [event(kind, 0)] }.isDecided, "\(kind)")
    }
    #expect(!home { $0.events = [event(.offered, 0)] }.isDecided)
  }

  @Test func whatTheyStatedNeedsNoOtherExplanation() {
    func asks(_ candour: Candour?) -> Bool {
      let it = refused { $0.feedback = [reply(received: 0) { $0.candour = candour }] }
      return it.asksForRival(finding("a", evidence: Evidence(.feedback, ID("f"))), reasons: reasons)
    }
    #expect(asks(.boilerplate))
    #expect(!asks(.general))
    #expect(!asks(.example))
  }

  @Test func eachThingTheyNamedIsOneCause() {
    let it = refused {
      $0.feedback = [
        reply(received: 0) {
          $0.three = [.init("slow", reason: "R-TECH"), .init("quiet", reason: "R-MOREEXP")]
        }
      ]
      $0.findings = [("a", "slow"), ("b", "quiet")].map { id, text in
        var it = finding(id, .weakness, "", evidence: Evidence(.feedback, ID("f")))
        it.statement = text
        return it
      }
    }
    #expect(Verdict(it, reasons: reasons).causes.count == 2)
    let first = it.findings[0]
    #expect(it.feedback[0].next(.weakness, []).words == "slow")
    #expect(it.feedback[0].next(.weakness, [first]).words == "quiet")
    #expect(it.feedback[0].next(.weakness, it.findings).words == nil)
    #expect(it.feedback[0].next(.weakness, it.findings).known == first)
  }

  func causes(_ findings: [Finding], _ feedback: [Feedback] = []) -> Verdict {
    Verdict(
      refused {
        $0.findings = findings
        $0.feedback = feedback
      }, reasons: reasons)
  }

  @Test func aFindingOfWeightNoughtAddsNothing() {
    let it = causes([
      finding("a", .weakness, "R-TECH", weight: 0), finding("b", .weakness, "R-MOREEXP", weight: 1),
    ])
    #expect(it.causes.map(\.weight) == [1, 0])
    #expect(it.causes.map(\.reason) == ["R-MOREEXP", "R-TECH"])
    #expect(
      causes([
        finding("a", .weakness, "R-TECH", weight: 2), finding("b", .weakness, "R-TECH", weight: 3),
      ]).causes.map(\.weight) == [5])
  }

  @Test func strongerEvidenceComesFirst() {
    let it = causes([
      finding("a", .weakness, "R-TECH", .observed, weight: 5),
      finding("b", .weakness, "R-MOREEXP", .stated, weight: 1),
      finding("c", .weakness, "", .guess, weight: 5), finding("d", .strength, "R-CIRC", .record),
    ])
    #expect(it.causes.map(\.reason) == ["R-MOREEXP", "R-TECH", ""])
    #expect((it.mine, it.partly, it.notMine, it.guesses) == (1, 1, 0, 1))
    let two = causes([
      finding("a", .weakness, "R-TECH", .observed), finding("b", .weakness, "R-TECH", .stated),
    ])
    #expect(two.causes.map(\.tier) == [.stated])
    let none = causes([finding("a", .weakness, "", .guess)])
    #expect(none.headline == .unknown)
    #expect(none.split == "1 guess")
    #expect(causes([]).split == "")
  }

  @Test func theBetterProvenFindingSaysWhoseItIs() {
    var (weak, strong) = (
      finding("a", .weakness, "R-TECH", .observed), finding("b", .weakness, "R-TECH", .stated)
    )
    (weak.control, strong.control) = (.mine, .notMine)
    #expect(causes([weak, strong]).causes.map(\.control) == [.notMine])
    #expect(causes([strong, weak]).causes.map(\.control) == [.notMine])
  }

  @Test func whatAnAdviserSaysIsAnInference() {
    let said = finding("a", .weakness, "R-TECH", .stated, evidence: Evidence(.feedback, ID("f")))
    let adviser = reply(received: 0) { ($0.channel, $0.candour) = (.adviser, .specific) }
    #expect(causes([said], [adviser]).causes.map(\.tier) == [.inference])
    let theirs = reply(received: 0) { $0.candour = .specific }
    #expect(causes([said], [theirs]).causes.map(\.tier) == [.stated])
  }

  @Test func theSameAgainCountsOnce() {
    let twice = ["a", "b"].map {
      finding($0, .weakness, "R-TECH", evidence: Evidence(.turn, ID("t")))
    }
    let it = causes(twice)
    #expect(it.causes.map(\.weight) == [3])
    #expect(it.causes.map(\.repeats) == [[ID("b")]])
  }

  @Test func oneOfOneIsNoChoice() {
    func sentence(_ finalists: Int) -> String {
      var it = refused { $0.findings = [finding("a", .outside, "R-NONE", .stated)] }
      it.application.finalists = finalists
      return Verdict(it, reasons: reasons).sentence
    }
    #expect(sentence(1) == "you did nothing wrong, as far as we know")
    #expect(sentence(2) == "you did nothing wrong; they could only pick 1 of 2")
  }

  @Test func onesOwnChoiceIsInNoColumn() {
    func choice(_ id: String, _ weight: Int, _ tier: Tier = .observed) -> Finding {
      finding(id, .outside, Finding.ownChoice, tier, weight: weight)
    }
    let it = causes([choice("a", 3)])
    #expect(it.mine + it.partly + it.notMine == 0)
    func why(_ findings: Finding...) -> Verdict.Headline {
      Verdict(
        home {
          $0.events = [event(.withdrew, 0)]
          $0.findings = findings
        }, reasons: reasons
      ).headline
    }
    #expect(why(choice("a", 1), choice("b", 2)) == .decided("finding b"))
    #expect(why(choice("a", 2), choice("b", 2)) == .decided("finding a"))
    #expect(why(choice("a", 3), choice("b", 1, .stated)) == .decided("finding b"))
  }

  func lines(_ it: Dossier) -> [String] {
    VerdictReasons(it, reasons: reasons).lines.map(\.text)
  }

  @Test func reasonsAreGivenWithTheirWords() {
    let it = refused {
      $0.turns = [
        turn("x") { $0.position = 1 }, turn("t", "How?", rating: 2) { $0.position = 2 },
      ]
      $0.findings = [finding("a", .weakness, "R-TECH", evidence: Evidence(.turn, ID("t")))]
    }
    #expect(lines(it).contains("Q2 How?, rated 2/5"))
    let two = refused {
      $0.findings = [
        finding("a", .weakness, "R-TECH", weight: 3),
        finding("b", .weakness, "R-MOREEXP", weight: 3),
      ]
    }
    #expect(lines(two).contains { $0.contains("(just as likely: ") })
    let near = refused {
      $0.findings = [
        finding("a", .weakness, "R-TECH", weight: 3),
        finding("b", .weakness, "R-MOREEXP", weight: 2),
      ]
    }
    #expect(lines(near).contains { $0.contains("(close behind: ") })
    let one = refused { $0.findings = [finding("a", .weakness, "R-TECH")] }
    #expect(!lines(one).contains { $0.contains("likely: ") || $0.contains("close behind") })
    let guess = refused { $0.findings = [finding("a", .weakness, "R-TECH", .guess)] }
    #expect(!lines(guess).contains { $0.hasPrefix("Likely reasons") })
    #expect(lines(guess).contains("Guesses: shown, but not counted"))
    let waiting = refused { $0.feedback = [reply(asked: -1)] }
    #expect(lines(waiting).contains("What would change this: their answer, if it names a reason."))
    let silent = refused { $0.feedback = [] }
    #expect(lines(silent).contains("What would change this: a word from them. You could ask."))
  }
}
