import DebriefContent
import DebriefModel
import Foundation
import Testing

@Suite("The sample data", .timed)
struct SampleTests {
  /// The clock of the sample.
  private let today = Day(2026, 3, 20) ?? Day(number: 0)
  private let library = Library(userFolder: nil)

  private func archive() throws -> Archive {
    try JSONDecoder().decode(Archive.self, from: Data(try library.sample()))
  }

  @Test("is an archive as the app itself would write it")
  func canonical() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let written = try encoder.encode(try archive()) + Data("\n".utf8)
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try written.write(to: resourcesFolder.appendingPathComponent("sample.json"))
    }
    let same = written == Data(try library.sample())
    #expect(same, "run the tests once with RECORD=1 to write it in canonical form")
  }

  @Test("shows every outcome, and a debrief at each point of its way")
  func outcomes() throws {
    let archive = try archive()
    #expect(archive.version == Archive.version)
    #expect(archive.application.count == 8)
    var found: [String: [String]] = [:]
    for application in archive.application {
      let status = self.status(of: application, in: archive)
      let name = String(describing: status.outcome).prefix { $0 != "(" }
      found[String(name), default: []].append(application.company)
    }
    #expect(found["waiting"] == ["Acme"])
    #expect(found["rejected"]?.count == 3)
    #expect(found["silent"] == ["株式会社はやぶさ"])
    #expect(found["withdrew"] == ["شركة النخيل"])
    #expect(found["offer"]?.count == 1)
    #expect(found["accepted"]?.count == 1)
    #expect(found.count == 6)
    #expect(archive.debrief.filter { $0.closed == nil }.count == 1)
    #expect(archive.debrief.filter { $0.closed != nil && !$0.lesson.isEmpty }.count == 1)
    #expect(
      archive.feedback.contains { $0.isWaiting } && archive.feedback.contains { !$0.isWaiting })
  }

  @Test("has an application with its cover letter and its posting")
  func papers() throws {
    let told = try archive().application.filter { $0.coverText != nil && $0.posting != nil }
    #expect(told.map(\.company) == ["Nordlicht"])
    for it in told {
      #expect(it.hasCover == true && it.cover != nil && it.coverText?.isEmpty == false)
      #expect(library.postings().wanted(it.posting ?? "").contains { $0.years == 3 })
    }
  }

  private func status(of application: Application, in archive: Archive) -> Status {
    Status(
      events: archive.event.filter { $0.application == application.id }
        .sorted { ($0.placedOn, $0.recorded) < ($1.placedOn, $1.recorded) },
      interviews: archive.interview.filter { $0.application == application.id },
      now: Moment(today, hour: 10),
      patience: Patience())
  }

  @Test("stands where the home screen is to show it")
  func states() throws {
    let archive = try archive()
    func status(_ company: String) throws -> Status {
      let application = try #require(archive.application.first { $0.company == company })
      return self.status(of: application, in: archive)
    }
    let nordlicht = try status("Nordlicht")
    #expect(nordlicht.stage == .interviewed(round: 2, kind: .panel))
    #expect(nordlicht.outcome == .rejected(on: today.adding(days: -3)))
    #expect(nordlicht.branch == .rejectedAfterInterview)
    #expect(try status("Kestrel Labs").outcome == .rejected(on: today.adding(days: -12)))
    #expect(try status("株式会社はやぶさ").outcome == .silent(days: 31, confirmed: false))
    #expect(try status("Acme").outcome == .waiting)
    let branches = archive.application.compactMap { self.status(of: $0, in: archive).branch }
    #expect(Set(branches) == Set(Branch.allCases))
  }

  @Test("has names that can be told apart, and no reference to what is not there")
  func references() throws {
    let archive = try archive()
    let all = archive.entities
    let ids = Set(all.map(\.id))
    #expect(ids.count == all.count)
    let digits = Set("0123456789abcdefghjkmnpqrstvwxyz")
    for id in ids where id != Profile.id {
      #expect(id.text.count == 16 && id.text.allSatisfy(digits.contains), "\(id)")
    }
    #expect(
      Set(archive.application.map { $0.id.text.prefix(2) }).count == archive.application.count)

    let applications = Set(archive.application.map(\.id))
    for entity in all {
      if let owner = entity.application { #expect(applications.contains(owner)) }
    }
    let owner = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0.application) })
    func own(_ id: ID?, _ application: ID, _ known: [ID]) {
      guard let id else { return }
      #expect(known.contains(id) && owner[id] == application, "\(id)")
    }
    let people = archive.person.map(\.id)
    let interviews = archive.interview.map(\.id)
    for it in archive.interview { #expect(it.people.allSatisfy(people.contains)) }
    for it in archive.event {
      own(it.interview, it.application, interviews)
      #expect(it.person.map(people.contains) ?? true)
    }
    for it in archive.turn {
      own(it.interview, it.application, interviews)
      #expect(it.person.map(people.contains) ?? true)
    }
    for it in archive.finding {
      guard let evidence = it.evidence else { continue }
      switch evidence.kind {
      case .turn: own(evidence.id, it.application, archive.turn.map(\.id))
      case .feedback: own(evidence.id, it.application, archive.feedback.map(\.id))
      case .response: own(evidence.id, it.application, archive.response.map(\.id))
      }
    }
    for it in archive.improvement {
      own(it.debrief, it.application, archive.debrief.map(\.id))
      #expect(it.testedBy.map(interviews.contains) ?? true)
    }
    for it in archive.response { own(it.debrief, it.application, archive.debrief.map(\.id)) }
    for it in archive.forecast { own(it.interview, it.application, interviews) }
    for it in archive.letter { #expect(it.to.map(people.contains) ?? true) }
    for it in archive.feedback { #expect(it.person.map(people.contains) ?? true) }
  }

  @Test("answers items that exist in a way that they can be answered")
  func responses() throws {
    let archive = try archive()
    let content = library.content()
    for debrief in archive.debrief {
      let checklist = try #require(content.checklists[debrief.branch])
      let responses = archive.response.filter { $0.debrief == debrief.id }
      #expect(Set(responses.map(\.item)).count == responses.count)
      for response in responses {
        let item = try #require(checklist.item(response.item), "\(response.item)")
        #expect(response.isSkipped == response.value.isEmpty, "\(item.id)")
        if !response.isSkipped { #expect(allows(item, response.value), "\(item.id)") }
        #expect(response.answered >= debrief.started)
      }
      let required = checklist.items.filter(\.required).map(\.id)
      #expect(debrief.total == required.count)
      #expect(debrief.done == responses.filter { required.contains($0.item) }.count)
      #expect((debrief.done == debrief.total) == (debrief.closed != nil))
    }
    for finding in archive.finding {
      #expect(finding.reason.isEmpty == (finding.kind == .strength), "\(finding.statement)")
      #expect(finding.reason.isEmpty || content.reason(finding.reason) != nil)
    }
    for thing in archive.feedback.flatMap(\.three) { #expect(content.reason(thing.reason) != nil) }
  }

  private func allows(_ item: Item, _ value: String) -> Bool {
    switch item.kind {
    case .yesNo: value == "yes" || value == "no"
    case .scale: (1...5).map(String.init).contains(value)
    case .sided: (-2...2).map(String.init).contains(value)
    case .count: (Int(value) ?? -1) >= 0
    case .choice: item.choices.contains { $0.id == value }
    case .line: !value.contains("\n")
    case .text: true
    case .date: Day(iso: value) != nil
    case .ticks:
      value == Item.noTicks
        || Item.ticks(value).allSatisfy { id in item.choices.contains { $0.id == id } }
    case .task(.time): Depth(value: value) != nil
    case .task: value == "yes"
    }
  }

  @Test("is sound, invented, and from before its own clock")
  func invented() throws {
    let archive = try archive()
    let now = Moment(today, hour: 10)
    for entity in archive.entities {
      #expect(Change("add", [.insert(entity)]).fault == nil)
    }
    for person in archive.person {
      #expect(person.email.isEmpty || person.email.hasSuffix("example.org"), "\(person.name)")
    }
    for application in archive.application {
      #expect(application.link.isEmpty || application.link.contains("example.org"))
      #expect(application.created <= now)
    }
    for it in archive.event { #expect(it.recorded <= now && it.placedOn <= it.recorded.day) }
    for it in archive.turn { #expect(it.recorded <= now && (1...5).contains(it.rating ?? 3)) }
    for it in archive.response { #expect(it.answered <= now) }
    for it in archive.finding { #expect(it.recorded <= now) }
    for it in archive.preparation {
      #expect(it.recorded <= now && it.kind.states.contains(it.state), "\(it.text)")
    }
    for it in archive.feedback {
      #expect(it.three.count <= 3 && (it.received ?? today) <= today)
    }
  }

  @Test("has long and short texts in several scripts")
  func scripts() throws {
    let text = String(decoding: try library.sample(), as: UTF8.self)
    for part in ["株式会社", "شركة", "北极星", "Łódź", "Übermut", "👨‍👩‍👧‍👦", "🇯🇵"] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(try archive().turn.contains { $0.answer.count > 400 && $0.answer.contains("\n\n") })
  }
}
