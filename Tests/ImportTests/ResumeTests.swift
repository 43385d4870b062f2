import DebriefModel
import TestSupport
import Testing

@testable import DebriefImport

@Suite("A résumé becomes what there's a place for, and the rest is named", .timed)
struct ResumeTests {
  private let now = TestClock.noon
  private let application = ID("acmeacmeacmeacme")

  private let whole = #"""
    {"basics": {"name": "Sam Field", "label": "Cook", "location": {"city": "Bern"},
      "profiles": [{"network": "X"}], "url": ""},
     "work": [{"name": "Kiesel", "position": "Cook", "highlights": ["Fed 400 people a day"]},
              {"name": "Mond", "position": "Helper"}],
     "volunteer": [{"organization": "Tafel", "position": "Driver", "highlights": ["Drove 2 vans"]}],
     "education": [{"institution": "Bern College", "area": "Nutrition", "studyType": "Bachelor"}],
     "awards": [{"title": "Golden Ladle", "awarder": "City of Bern", "date": "2021-05"}],
     "certificates": [{"name": "HACCP", "issuer": "TÜV", "date": "2020-01-01"}],
     "publications": [{"name": "Soups", "publisher": "Kochbuch", "releaseDate": "2019"}],
     "skills": [{"name": "Sauces"}, {"name": "Bread"}, {"name": "Stock"}, {"name": "Fish"}],
     "languages": [{"language": "German", "fluency": "native"}, {"language": "French"}],
     "interests": [{"name": "Chess"}], "references": [{"name": "Ada"}], "hobbies": ["Tea"],
     "meta": {"version": "v1"}}
    """#

  private func dossier(_ requirements: [String] = []) -> Dossier {
    var it = Dossier(Application(id: application, created: now) { $0.company = "Acme" })
    it.preparations = requirements.enumerated().map { at, text in
      Preparation(id: ID("r\(at)"), application: application, kind: .requirement, recorded: now) {
        $0.text = text
      }
    }
    return it
  }

  private func propose(
    _ text: String, to target: Dossier? = nil, resumes: [Resume] = [], profile: Profile? = nil
  ) throws -> Proposal {
    try ResumeImport(now: now, profile: profile, resumes: resumes, target: target)
      .proposal(Array(text.utf8), name: "resume.json")
  }

  private func left(_ proposal: Proposal) -> String? {
    proposal.remarks.first { $0.hasPrefix("left out: ") }
  }

  @Test func withoutAnApplicationEverythingElseIsNamed() throws {
    let proposal = try propose(whole)
    #expect(proposal.entries.count == 2, "the profile and the version")
    #expect(
      left(proposal)
        == "left out: 2 jobs, 1 volunteer role, 1 degree or school, 1 certificate, 1 award, "
        + "1 publication, 1 skill, 2 languages, 1 interest, 1 reference, your address, "
        + "your profiles elsewhere, “hobbies”")
  }

  @Test func withOneItBecomesClaimsAndEvidence() throws {
    let target = dossier([
      "Fluent German", "A bachelor's degree", "HACCP certificate", "Fresh fish",
      "Ten years of golf",
    ])
    let proposal = try propose(whole, to: target)
    let claims = proposal.change().operations.compactMap { operation -> String? in
      guard case .insert(.preparation(let it)) = operation else { return nil }
      return it.detail.isEmpty ? it.text : "\(it.text) | \(it.detail)"
    }
    #expect(
      claims == [
        "Fed 400 people a day | Cook at Kiesel", "Drove 2 vans | Driver at Tafel",
        "Golden Ladle | City of Bern, May 2021", "HACCP | TÜV, January 2020",
        "Soups | Kochbuch, 2019",
      ])
    let evidence = proposal.change().operations.compactMap { operation -> String? in
      guard case .update(_, .preparation(let it)) = operation else { return nil }
      return it.detail
    }
    #expect(
      evidence == [
        "In your résumé: German (native)", "In your résumé: Bachelor, Nutrition, Bern College",
        "In your résumé: HACCP", "In your résumé: Fish",
      ])
    #expect(
      left(proposal)
        == "left out: 1 job, 1 language, 1 interest, 1 reference, your address, "
        + "your profiles elsewhere, “hobbies”")
    // Again: nothing new, and the same is named.
    var next = target.after(proposal.change())
    let resumes = proposal.change().operations.compactMap { operation -> Resume? in
      if case .insert(.resume(let it)) = operation { it } else { nil }
    }
    next.application = target.application
    for operation in proposal.change().operations {
      guard case .preparation(let it) = operation.entity else { continue }
      next.preparations.removeAll { $0.id == it.id }
      next.preparations.append(it)
    }
    let again = try propose(
      whole, to: next, resumes: resumes, profile: Profile { $0.name = "Sam Field" })
    #expect(again.entries.isEmpty)
    #expect(left(again) == left(proposal))
  }

  @Test(arguments: [
    ("A master's degree in biology", false), ("A degree in any subject", true),
    ("Knowledge of nutrition", true), ("PhD", false), ("BSc or higher", true), ("Teamwork", false),
  ]) func degrees(_ requirement: String, _ isMet: Bool) throws {
    let proposal = try propose(whole, to: dossier([requirement]))
    let isFound = proposal.entries.contains { $0.sentence.contains("Bern College") }
    #expect(isFound == isMet)
  }

  @Test func moreClaimsThanAnybodyAsksAboutAreCounted() throws {
    let list = (1...50).map { "\"Did thing \($0)\"" }.joined(separator: ",")
    let proposal = try propose(
      "{\"work\": [{\"name\": \"Kiesel\", \"highlights\": [\(list)]}]}", to: dossier())
    #expect(proposal.entries.count == 40)
    #expect(
      proposal.remarks.contains("only the first 40 claims are proposed, and 10 are left out"))
  }

  @Test(arguments: [
    #"{"basics": 3, "work": 4}"#, "{}", "[]", #"{"work": {}}"#, "{", "\u{feff}",
  ]) func whatIsNoneIsRefused(_ text: String) {
    #expect(fault { _ = try propose(text) }?.kind == .data)
  }

  @Test(arguments: [
    #"{"basics": {"name": 3}, "work": [1, [], {"highlights": "x"}], "languages": [null, {"language": 2}]}"#,
    #"{"work": [], "awards": [{"title": ""}], "education": [{}]}"#,
  ]) func whatIsOddlyMadeIsRead(_ text: String) throws {
    _ = try propose(text, to: dossier(["A degree"]))
  }

  // MARK: - Other forms

  @Test(arguments: [
    // The first version
    #"{"bio": {"firstName": "Sam", "lastName": "Field"}, "work": [{"company": "Kiesel", "position": "Cook", "startDate": "2020-01-01", "endDate": "2023", "highlights": ["Fed 400"]}], "skills": [{"name": "Sauces"}]}"#,
    // Reactive Resume
    #"{"basics": {"name": "Sam Field"}, "sections": {"experience": {"items": [{"company": "Kiesel", "position": "Cook", "date": "January 2020 - 2023", "summary": "<ul><li>Fed 400</li></ul>"}]}, "skills": {"items": [{"name": "Sauces"}]}}, "metadata": {"template": "x"}}"#,
    // Values of other types
    #"{"basics": {"name": "Sam Field"}, "work": {"name": "Kiesel", "position": "Cook", "startDate": "2020-01-01", "endDate": 2023, "highlights": "Fed 400"}, "skills": ["Sauces"]}"#,
    #"[{"basics": {"name": "Sam Field"}, "work": [{"name": "Kiesel", "position": "Cook", "startDate": "2020-01", "endDate": "2023", "highlights": [{"text": "Fed 400"}]}], "skills": [{"name": "Sauces"}]}]"#,
  ]) func inOtherForms(_ text: String) throws {
    #expect(
      ImportFormat.found(in: Array(text.utf8)) { importWords } == .resume || text.hasPrefix("["))
    let proposal = try propose(text, to: dossier(["Sauces"]))
    let entities = proposal.entries.flatMap(\.operations).map(\.entity)
    let profile = entities.compactMap { if case .profile(let it) = $0 { it.name } else { nil } }
    #expect(profile == ["Sam Field"])
    let claims = entities.compactMap { entity -> String? in
      guard case .preparation(let it) = entity, it.kind == .claim else { return nil }
      return "\(it.text), \(it.detail)"
    }
    #expect(claims.count == 1 && claims[0].hasPrefix("Fed 400, Cook at Kiesel"), "\(claims)")
    #expect(
      entities.contains {
        if case .resume(let it) = $0 { it.skills == "Sauces" } else { false }
      })
    #expect(left(proposal) == nil, "\(proposal.remarks)")
  }

  @Test func numbersAreTextAndTruthIsNone() throws {
    let proposal = try propose(
      #"{"basics": {"name": true, "phone": 5551234, "email": {"work": "s@x.org"}}}"#)
    let profile = proposal.entries.flatMap(\.operations).compactMap { operation -> Profile? in
      if case .insert(.profile(let it)) = operation { it } else { nil }
    }.first
    #expect(profile?.phone == "5551234" && profile?.email == "s@x.org" && profile?.name == "")
  }

  /// JSON with something before it isn't a table of braces: who reads JSON says what's wrong with it.
  @Test(arguments: [
    "/* x */", "// one\n// two\n", "# saved by hand\n", "```json\n", ")]}',\n", "var data = ",
    "window.it=",
    " \n/* one */ /* two */\n",
  ])
  func whatIsBeforeJSONMakesNoTable(_ before: String) {
    for document in [#"{"version": 1, "application": [], "note": []}"#, #"[{"company": "Acme"}]"#] {
      #expect(ImportFormat.found(in: Array((before + document).utf8)) { importWords } == .json)
    }
    let table = before + "company,role,status\nAcme,Cook,applied\n"
    #expect(ImportFormat.found(in: Array(table.utf8)) { importWords } != .json)
  }

  @Test func anExportOfOursIsNoRésumé() {
    for text in [#"{"version": 3, "application": [], "work": 1}"#, #"{"work": 1}"#, "[1]"] {
      #expect(ImportFormat.found(in: Array(text.utf8)) { importWords } == .json)
    }
  }
}
