import DebriefContent
import DebriefModel
import Testing

@Suite("The debrief after an interview", .timed)
struct MainBranchTests {
  private let checklist =
    Library(userFolder: nil).content(only: .rejectedAfterInterview)
    .checklists[.rejectedAfterInterview]

  @Test("saves first what fades, and ends with the page")
  func steps() throws {
    let checklist = try #require(checklist)
    let ids = checklist.steps.map(\.id)
    #expect(Set(ids) == Set((0...18).map { "S\($0)" }))
    #expect(checklist.steps.filter(\.capture).map(\.id) == ["S0", "S1", "S2", "S3"])
    #expect(ids.first == "S0" && ids.last == "S17")
    #expect(checklist.steps.first { $0.id == "S6" }?.first == .present("@fast"))
  }

  /// Early, while it's fresh, and before anything is put on a list for them (A39, A40).
  @Test(
    "asks what they'd do differently right after what went well, before it proposes anything that didn't"
  )
  func differently() throws {
    let checklist = try #require(checklist)
    let items = checklist.items
    func place(_ id: String) throws -> Int { try #require(items.firstIndex { $0.id == id }) }
    let asked = items.filter(\.required).map(\.id)
    let well = try #require(asked.firstIndex(of: "well.what"))
    #expect(asked[well + 1] == "review.differently")
    #expect(try place("turns.free") < place("well.what"))
    #expect(try place("review.wrong") == place("well.what") + 1)
    let proposing = items.prefix(try place("review.differently")).filter {
      $0.phase == .during && $0.required && $0.suggests.contains { $0.finding == .weakness }
    }
    #expect(proposing.isEmpty, "\(proposing.map(\.id))")
    #expect(try place("review.differently") < place("habits.before"))
    // Neither a cause nor a finding of it: only the person's own words.
    #expect(items[try place("review.differently")].suggests.isEmpty)
  }

  @Test("has each task once, and binds what is stored elsewhere")
  func tasks() throws {
    let checklist = try #require(checklist)
    for task in Item.Task.allCases {
      #expect(checklist.items.filter { $0.kind == .task(task) }.count == 1, "\(task)")
    }
    for binding in Item.Binding.allCases where ![.silence, .turn, .acceptedWords].contains(binding)
    {
      #expect(checklist.items.filter { $0.binds == binding }.count == 1, "\(binding)")
    }
    #expect(checklist.items.first { $0.binds == .lesson }?.required == true)
  }

  @Test("looks at before, during and after, and asks something of each")
  func phases() throws {
    let checklist = try #require(checklist)
    for phase in Phase.allCases {
      #expect(checklist.items.contains { $0.phase == phase && $0.required }, "\(phase)")
    }
  }

  @Test("is mostly answered in one key")
  func oneKey() throws {
    let items = try #require(checklist).items
    let quick = items.filter {
      switch $0.kind {
      // A tick is a key, and so is leaving all of them out.
      case .yesNo, .scale, .sided, .count, .choice, .ticks: true
      default: false
      }
    }
    #expect(quick.count * 5 >= items.count * 3, "\(quick.count) of \(items.count)")
  }

  @Test("serves the advice of its steps")
  func advice() throws {
    let items = try #require(checklist).items
    let served = Set(items.flatMap(\.advice))
    let elsewhere: Set<Int> = [
      1,  // silence has a branch of its own
      38,  // the rule that moves a step
      45,  // the dossier itself
      52,  // asked ninety days later
      54,  // the redacted export
      81,  // a private note
      102,  // computed from the records
      108, 110, 111,  // the question bank and the branch for stepping back
    ]
    for number in 2...107 where !elsewhere.contains(number) {
      #expect(served.contains("A\(number)"), "A\(number)")
    }
  }
}
