import DebriefModel
import Testing

@Suite("A place to be filled in")
struct GapTests {
  private func gaps(_ text: String, subject: String = "") -> [String] {
    World.linter.remarks(subject: subject, text: text, context: LintContext(today: World.today))
      .filter { $0.rule == .gap }.map(\.words)
  }

  @Test(
    "is found however it is marked",
    arguments: [
      ("I applied for the [position] job.", "[position]"),
      (
        "Thanks for [something they said about the team, the plan, or the weather in spring].",
        "[something they said about the team, the plan, or the weather in spring]"
      ),
      ("I met [manager/recruiter] there.", "[manager/recruiter]"),
      ("I met [Hiring Manager's Name, Title] there.", "[Hiring Manager's Name, Title]"),
      ("I liked the part on [add one detail\nfrom the talk].", "[add one detail\nfrom the talk]"),
      ("At [ ] we spoke.", "[ ]"), ("At [[company]] we spoke.", "[[company]]"),
      ("As (position) I would grow.", "(position)"),
      ("As (job title) I would grow.", "(job title)"),
      ("At (company name) I would grow.", "(company name)"),
      ("At (name of company) too.", "(name of company)"),
      ("On (insert the date) we met.", "(insert the date)"),
      ("With (your name) too.", "(your name)"),
      ("(the hiring manager's name) said so.", "(the hiring manager's name)"),
      ("Best, Your Name", "Your Name"), ("I like Company Name a lot.", "Company Name"),
      ("I like XYZ Company a lot.", "XYZ Company"), ("I like XYZ a lot.", "XYZ"),
      ("The Job Title is fine.", "Job Title"), ("I am YOUR NAME here.", "YOUR NAME"),
      ("Hello %NAME%, hello.", "%NAME%"), ("Hello %%name%%, hello.", "%%name%%"),
      ("Hello %first_name%, hello.", "%first_name%"), ("Hello ##NAME##, hello.", "##NAME##"),
      ("As INSERT ROLE HERE I would grow.", "INSERT ROLE HERE"),
      ("As insert job title here I would grow.", "insert job title here"),
      ("ENTER COMPANY NAME is great.", "ENTER COMPANY NAME"),
      ("I met Mr./Ms. Hale there.", "Mr./Ms"), ("I met Mr/Mrs Hale there.", "Mr/Mrs"),
      ("I met Mr or Ms Hale there.", "Mr or Ms"), ("I met Herr/Frau Hale there.", "Herr/Frau"),
      ("Dear …,\n\nthank you.", "Dear …,"), ("Dear ...,\n\nthank you.", "Dear ...,"),
      ("Dear ,\n\nthank you.", "Dear ,"), ("Hi ……\n\nthank you.", "Hi ……"),
      ("Hello {{name}}, hello.", "{{name}}"), ("Hello <name>, hello.", "<name>"),
      ("Hello <<name>>, hello.", "<<name>>"), ("Hello ___, hello.", "___"),
      ("It starts TBD, hello.", "TBD"), ("It starts tbd, hello.", "tbd"),
      ("It starts on xxx.", "xxx"),
      ("Hello $NAME, hello.", "$NAME"), ("Hello {first_name}, hello.", "{first_name}"),
      ("Hello {Company, City}, hello.", "{Company, City}"),
      ("Hello *|FNAME|*, hello.", "*|FNAME|*"),
      ("It starts on DD/MM/YYYY.", "YYYY"), ("It starts on ........ then.", "........"),
    ])
  func found(_ text: String, _ words: String) { #expect(gaps(text) == [words]) }

  @Test("is found in the subject, too")
  func subject() {
    #expect(
      gaps("Thank you.", subject: "Interview for [Job Title, Company]") == ["[Job Title, Company]"])
    #expect(gaps("Thank you.", subject: "Re: [EXT] Interview") == [])
  }

  @Test(
    "is not seen where there is none",
    arguments: [
      "Dear Sir/Madam,\n\nthank you.", "See the footnote [1] and [2, 3].",
      "See [the page](https://a.example).",
      "See [the page][1].\n\n[1]: https://a.example/x", "He wrote [sic] it so.",
      "“[The] team is great,” you said.",
      "I read the list[0] of it and int[] too.", "It went on […] and on [...].",
      "I met the team (in the office) and left (late).", "Your name came up at lunch.",
      "The company name is well chosen.", "My job title was different there.",
      "It is 50 % or 60 % of it.",
      "Between 10% and 20% more.", "I tagged it #AWS #GCP there.", "I paid $100 and $5k.",
      "It was so … quiet.", "It took a while... and then it worked.", "Hi,\n\nthank you.",
      "Dear all,\n\nthank you.",
      "Write to <a@b.example> or <https://b.example/x>.", "If a < b and c > d, stop.",
      "Use C++/C# (and Go).",
      "I will insert the card here and there.", "Mr. Hale and Ms. Hale came.",
      "Love and kisses, xx",
      "I took the role (a new one) at once.", "The set {1, 2} is small.",
      "Add MORE TESTS, you said.",
    ])
  func none(_ text: String) { #expect(gaps(text) == []) }
}
