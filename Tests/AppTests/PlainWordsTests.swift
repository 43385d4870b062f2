import DebriefModel
import Testing

@testable import DebriefApp

/// What plain mode makes of the words of a row: nothing is said twice, and nobody's own words are changed.
@Suite(.timed) struct PlainWordsTests {
  @Test func onlyOurOwnSignsAreSaidInWords() {
    #expect(Plain.clean("Acme · Cook") == "Acme, Cook")
    #expect(
      Plain.clean("Role: A · B. Acme · Cook", keeping: ["A · B"]) == "Role: A · B. Acme, Cook")
    #expect(Plain.clean("a · b · c", keeping: ["x a · b"]) == "a · b, c")
    #expect(Plain.clean("✓ done", keeping: ["✓ done"]) == "✓ done")
    #expect(Plain.clean("✓ done") == "Written down: done")
    #expect(String.said("a · b") == "A · b.")
  }

  @Test func aSentenceEndsOnce() {
    #expect(String.said("they said: \"No.\"") == "They said: \"No.\"")
    #expect(String.said("they said: \"No\"") == "They said: \"No\".")
    #expect(String.said("“No”") == "“No”" && String.said("no") == "No.")
  }

  @Test func aRoleIsSaidOnce() throws {
    let now = Moment(seconds: 0)
    var facts = Facts(
      Application(id: ID("a"), created: now) { ($0.company, $0.role) = ("Acme", "Cook") })
    for sharing in [JobName.Sharing.none, .company, .job] {
      facts.sharing = sharing
      let told = facts.told(now: now)
      #expect(told.split(separator: "Cook", omittingEmptySubsequences: false).count == 2, "\(told)")
      #expect(told.contains("Added") == (sharing == .job), "\(told)")
    }
  }
}
