import DebriefContent
import DebriefModel
import Testing

@Suite("The shipped content", .timed)
struct ShippedTests {
  private let library = Library(userFolder: nil)
  /// Read once for all tests.
  private static let content = Library(userFolder: nil).content()
  private var checklists: [Checklist] {
    Branch.allCases.compactMap { ShippedTests.content.checklists[$0] }
  }

  @Test("has no fault")
  func faultless() {
    #expect(library.check() == [])
    #expect(library.content().faults == [])
  }

  @Test("has a checklist for every branch, alone or with the others")
  func everyBranch() {
    let all = library.content()
    for branch in Branch.allCases {
      let one = library.content(only: branch)
      #expect(one.checklists.keys.sorted { $0.rawValue < $1.rawValue } == [branch])
      #expect(one.checklists[branch] == all.checklists[branch])
      #expect(one.reasons == all.reasons)
      #expect(one.checklists[branch]?.branch == branch)
      #expect(one.checklists[branch]?.steps.isEmpty == false)
    }
  }

  @Test("asks for little: a debrief takes a quarter of an hour")
  func required() {
    for checklist in checklists {
      let required = checklist.items.filter(\.required).count
      let range = checklist.branch == .rejectedAfterInterview ? 10...15 : 4...11
      #expect(range.contains(required), "\(checklist.branch): \(required)")
      #expect(checklist.items.count <= 105, "\(checklist.branch): \(checklist.items.count)")
    }
  }

  @Test("gives every item a why, a source and the advice it serves")
  func grounded() {
    let sources: Set<String> = [
      "000 Roberts", "001 Handling", "002 Denied", "003 Caan", "004 Stevens", "OPM", "AAR",
      "Gibbs", "Liu", "Spera", "Johari", "Brier", "Wilson", "Greenhouse", "interviewing.io",
    ]
    for checklist in checklists {
      for item in checklist.items {
        let place = "\(checklist.branch) \(item.id)"
        #expect(!item.why.isEmpty, "\(place)")
        #expect(sources.contains(item.source), "\(place): \(item.source)")
        #expect(!item.advice.isEmpty, "\(place)")
        for row in item.advice {
          let number = Int(row.dropFirst()) ?? 0
          #expect(row.first == "A" && (1...111).contains(number), "\(place): \(row)")
        }
      }
    }
  }

  /// A short name says nothing to somebody who has not read the list.
  @Test("names only sources that are spelled out")
  func sources() throws {
    let text = try #require(library.text("sources.md"))
    let sources = Source.list(text)
    #expect(Set(sources.map(\.name)).count == sources.count)
    #expect(sources.allSatisfy { $0.work.count > 20 })
    let known = Set(sources.map(\.name))
    let lines = text.split(separator: "\n").count { $0.hasPrefix("-") }
    #expect(lines == sources.count)
    for item in checklists.flatMap(\.items) {
      #expect(known.contains(item.source), "\(item.id): \(item.source)")
    }
    for question in library.content().bank {
      #expect(question.source.isEmpty || known.contains(question.source), "\(question.ask)")
    }
  }

  @Test("fits the screen")
  func lengths() {
    for checklist in checklists {
      for step in checklist.steps {
        #expect(step.title.count <= 30, "\(step.title)")
        #expect(step.why.count <= 90, "\(step.why)")
      }
      for item in checklist.items {
        #expect(item.ask.count <= 100, "\(item.id): \(item.ask.count)")
        #expect(item.why.count <= 90, "\(item.id): \(item.why.count)")
        for text in item.anchors + item.choices.map(\.title) {
          #expect(text.count <= 40, "\(item.id): \(text)")
        }
        for suggestion in item.suggests {
          #expect(suggestion.statement.count <= 60, "\(suggestion.statement)")
        }
      }
    }
    for reason in ShippedTests.content.reasons {
      #expect(reason.title.count <= 50, "\(reason.title)")
      #expect(reason.evidence.count <= 90, "\(reason.evidence)")
    }
  }

  @Test(
    "names each reason that it uses, and has all codes of the domain but R-BIAS, and one for what came later"
  )
  func reasons() {
    let content = ShippedTests.content
    let wanted = """
      NONE STRONGER MOREEXP TECH SOFT QUAL UNDER ASPECT OVER UNDERSOLD OVERSOLD FALSE FIT TEAM \
      MOTIV PREP ANSWER CANNED CLOSED FAMILIAR INTERRUPT LOOK ETIQ INSTR PAY THANKS OFFDAY CIRC \
      CHANNEL SILENT SELF USER LATER
      """
    #expect(Set(content.reasons.map(\.code)) == Set(wanted.split(separator: " ").map { "R-\($0)" }))
    for checklist in checklists {
      for suggestion in checklist.items.flatMap(\.suggests) {
        let isCause = [.weakness, .outside].contains(suggestion.finding)
        #expect(suggestion.reason.isEmpty != isCause)
        #expect(suggestion.reason.isEmpty || content.reason(suggestion.reason) != nil)
      }
    }
  }

  @Test("only asks about what came before: an item's condition names no later item")
  func order() {
    for checklist in checklists {
      var seen: Set<String> = []
      for step in checklist.steps {
        for name in (step.when?.names ?? []).union(step.first?.names ?? [])
        where !name.hasPrefix("@") {
          #expect(seen.contains(name), "\(checklist.branch) \(step.id): \(name)")
        }
        for item in step.items {
          for name in item.when?.names ?? [] where !name.hasPrefix("@") {
            #expect(seen.contains(name), "\(checklist.branch) \(item.id): \(name)")
          }
          seen.insert(item.id)
        }
      }
    }
  }

  @Test("suggests from an answer that can be given, with a strength for a good one")
  func suggestions() {
    var strengths = 0
    var weaknesses = 0
    for item in checklists.flatMap(\.items) {
      for suggestion in item.suggests {
        #expect(suggestion.when.names.contains("answer"), "\(item.id)")
        #expect(suggestion.tier <= .observed, "\(item.id): only others can state or record")
        if suggestion.finding == .strength { strengths += 1 }
        if suggestion.finding == .weakness { weaknesses += 1 }
      }
      for answer in possibleAnswers(item) {
        let offered = item.suggests.filter { $0.when.holds { $0 == "answer" ? answer : nil } }
        #expect(
          offered.count <= 1 || item.kind == .ticks, "\(item.id) offers two findings for \(answer)")
      }
    }
    #expect(strengths * 10 >= weaknesses * 8, "\(strengths) strengths, \(weaknesses) weaknesses")
  }

  private func possibleAnswers(_ item: Item) -> [String] {
    switch item.kind {
    case .yesNo: ["yes", "no"]
    case .scale: (1...5).map(String.init)
    case .sided: (-2...2).map(String.init)
    case .count: ["0", "1", "2", "3", "12"]
    case .choice: item.choices.map(\.id)
    case .line, .text, .date: ["something"]
    case .ticks: [Item.noTicks] + item.choices.map(\.id)
    case .task: []
    }
  }

  @Test("blames nobody and claims no cause")
  func words() {
    let forbidden = [
      "because", "due to", "caused by", "your fault", "blame", "failure", "failed", "should have",
      "must have", "obviously", "stupid", "lazy", "bad candidate", "loser", "mistake", "at least",
      "everything happens", "cheer up", "don't worry", "great job", "awesome", "!",
    ]
    var texts: [String] = []
    for checklist in checklists {
      texts += checklist.steps.flatMap { [$0.title, $0.why] }
      for item in checklist.items {
        texts += [item.ask, item.why] + item.choices.map(\.title) + item.anchors
        texts += item.suggests.map(\.statement)
      }
    }
    texts += ShippedTests.content.reasons.flatMap { [$0.title, $0.evidence] }
    texts += library.questions().flatMap { [$0.ask, $0.hint] }
    texts += (library.text("help.md") ?? "").split(separator: "\n").map(String.init)
    for text in texts {
      for word in forbidden {
        #expect(!text.lowercased().contains(word), "\(word): \(text)")
      }
    }
  }
}

extension Condition {
  /// The names it reads, with `@` before facts.
  var names: Set<String> {
    switch self {
    case .present(let name), .compare(let name, _, _): [name]
    case .not(let it): it.names
    case .and(let a, let b), .or(let a, let b): a.names.union(b.names)
    }
  }
}

extension Content {
  /// The reason of that code.
  func reason(_ code: String) -> Reason? { reasons.first { $0.code == code } }
}
