import DebriefModel
import Testing

@Suite("A place to be filled in", .timed)
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
      ("I know he/she led it.", "he/she"), ("She/he was kind.", "She/he"),
      ("I know s/he led it.", "s/he"), ("I met him/her there.", "him/her"),
      ("I liked his/her talk.", "his/her"), ("It says so himself/herself.", "himself/herself"),
      ("Dear …,\n\nthank you.", "Dear …,"), ("Dear ...,\n\nthank you.", "Dear ...,"),
      ("Dear ,\n\nthank you.", "Dear ,"), ("Hi ……\n\nthank you.", "Hi ……"),
      ("Hello {{name}}, hello.", "{{name}}"), ("Hello <name>, hello.", "<name>"),
      ("Hello <<name>>, hello.", "<<name>>"), ("Hello ___, hello.", "___"),
      ("It starts TBD, hello.", "TBD"), ("It starts tbd, hello.", "tbd"),
      ("It starts on xxx.", "xxx"), ("Dear Name,\n\nthank you.", "Name"),
      ("Hi First Name,\n\nthank you.", "First Name"),
      ("Dear recipient,\n\nthank you.", "recipient"),
      ("Dear Mr. Lastname,\n\nthank you.", "Lastname"), ("We meet on DD/MM then.", "DD/MM"),
      ("We meet on dd.mm.yyyy then.", "dd.mm.yyyy"), ("We meet on YYYY-MM-DD then.", "YYYY-MM-DD"),
      ("We meet at HH:MM then.", "HH:MM"), ("As 【role】 I would grow.", "【role】"),
      ("As «role» I would grow.", "«role»"), ("Your #mission# moved me.", "#mission#"),
      ("I like ~company~ a lot.", "~company~"), ("I like *company name* a lot.", "*company name*"),
      ("I have X years of practice.", "X"), ("I have XX years of practice.", "XX"),
      ("I have xx+ years of practice.", "xx"), ("I saved xx% of it.", "xx%"),
      ("It pays $XX an hour.", "$XX"), ("It pays €XX an hour.", "€XX"),
      ("It pays £XX an hour.", "£XX"), ("I led TK people there.", "TK"),
      ("We spoke about lorem ipsum there.", "lorem ipsum"), ("I met □ there.", "□"),
      ("Hello $NAME, hello.", "$NAME"), ("Hello {first_name}, hello.", "{first_name}"),
      ("Hello {Company, City}, hello.", "{Company, City}"),
      ("Hello *|FNAME|*, hello.", "*|FNAME|*"),
      ("Dear Mr. ,\n\nthank you.", "Dear Mr"), ("Hey Ms.,\n\nthank you.", "Hey Ms"),
      ("Dear Mrs\n\nthank you.", "Dear Mrs"), ("Dear Dr. ,\n\nthank you.", "Dear Dr"),
      ("Hello Prof.,\n\nthank you.", "Hello Prof"),
      ("Guten Tag Herr ,\n\ndanke.", "Guten Tag Herr"),
      ("I spoke with Mr. at the fair.", "Mr"), ("I wrote to Ms. , who helped.", "Ms"),
      ("Dear Mr. Ms. Hale,\n\nthank you.", "Mr. Ms"), ("I met Mrs Mr Hale.", "Mrs Mr"),
      ("We met on  at noon.", "on  at"), ("We met at .", "at ."), ("I liked the , too.", "the ,"),
      ("Thanks for the talk with  about maps.", "with  about"),
      ("As a  at your firm I grow.", "a  at"),
      ("We spoke of the role of  in  too.", "of  in"),
      ("We met on DATE in town.", "DATE"), ("I like COMPANY a lot.", "COMPANY"),
      ("As ROLE I would grow.", "ROLE"), ("I like XY a lot.", "XY"),
      ("We met on ... in town.", "on ..."), ("I spoke with … about it.", "with …"),
      ("I liked the tour.\n\n...\n\nAnd the lab.", "..."), ("Your ... is good.", "Your ..."),
      ("It starts on DD/MM/YYYY.", "DD/MM/YYYY"), ("It starts on ........ then.", "........"),
      ("We meet on xx/xx then.", "xx/xx"), ("We meet on xx.xx.xxxx then.", "xx.xx.xxxx"),
      ("I liked the lab. Add a sentence here.", "Add a sentence here"),
      ("I liked the lab (add one detail here).", "add one detail here"),
      ("Insert a short story here.", "Insert a short story here"),
      ("Note to self: ask about Go.", "Note to self"), ("I am John Doe.", "John Doe"),
      ("Best, Jane Doe", "Jane Doe"),
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
      "Dear Mr. van der Berg,\n\nthank you.", "Dear Ms. von Stein,\n\nthank you.",
      "Dear Mr. al-Fayed,\n\nthank you.", "Dear Ms. d'Arc,\n\nthank you.",
      "I met Mr. de la Cruz there.", "Dear Mr. dos Santos,\n\nthank you.",
      "Robin Muster (she/her)", "Robin (he/him), Jo (they/them)", "He or she may read it.",
      "It was so … quiet.", "It took a while... and then it worked.", "Hi,\n\nthank you.",
      "Dear all,\n\nthank you.",
      "Write to <a@b.example> or <https://b.example/x>.", "If a < b and c > d, stop.",
      "Use C++/C# (and Go).",
      "I will insert the card here and there.", "Mr. Hale and Ms. Hale came.",
      "Love and kisses, xx",
      "I took the role (a new one) at once.", "The set {1, 2} is small.",
      "Add MORE TESTS, you said.", "Dear Namita,\n\nthank you.", "Dear Surnam,\n\nthank you.",
      "The meeting was at 10:30 on 12/05.", "It's 5 mm and 10 dd wide.", "Gen X people liked it.",
      "The X-ray took two days.", "The *new* role and the _old_ one.",
      "I liked «The Name of the Rose» a lot.",
      "We used C# and F# there.", "I tagged #one and #two.", "2 + role + 3 is odd.",
      "Use a | b | c.",
      "Dear hiring manager,\n\nthank you.", "Thanks for the tour of building X.",
      "My * and * are footnotes.", "The form is to be signed.",
    ] + GapTests.plain)
  func none(_ text: String) { #expect(gaps(text) == []) }

  /// Sentences with titles, prepositions, dots and capitals that stand for nothing else.
  static let plain = [
    "Dear Ms. hale,\n\nthank you.", "dear mr hale,\n\nthank you.",
    "I would add that your team works well here.", "You said: add a test here and there.",
    "Put simply, I liked it here.", "Add to that the sea, and I could live here.",
    "I made a note to myself.", "John said so, and Jane Dorn too.", "A doe ran by.",
    "Ask for John; Doe Street is next door.",
    "Dear Mr. Hale,\n\nthank you.", "Dear Ms Hale,\n\nthank you.",
    "Dear Mr. and Mrs. Hale,\n\nhello.",
    "Dear Dr. Kahl,\n\nthank you.", "Dear Prof. Dr. Kahl,\n\nthank you.",
    "Dear Professor,\n\nthank you.",
    "Dear Doctor,\n\nthank you.", "Dear Sir or Madam,\n\nthank you.", "Dear Madam,\n\nthank you.",
    "Sehr geehrter Herr Dr. Kahl,\n\ndanke.", "Sehr geehrte Damen und Herren,\n\ndanke.",
    "Madame, Monsieur,\n\nmerci.", "Hello Ms. O’Neil,\n\nhello.", "Dear Mx. Lee,\n\nhello.",
    "I met Mr. Hale and Ms. Kahl.", "I met Mr and Mrs Hale.", "I spoke with Ms.\nHale about it.",
    "Ms. Kahl showed me the lab.", "My MS in physics helped.", "I use MS Word and MS Excel.",
    "Miss Kahl and I laughed.", "Do not miss the talk.", "I miss the sea.",
    "It took 20 ms at most.",
    "That is what I came for.", "It is the one I was thinking of.",
    "There was nothing to wait for.",
    "I asked what it was made of, and by whom.", "The lab I worked in, by the sea, is closed.",
    "It is a place I like to come to.", "Which team would I be in?", "Who would I report to?",
    "I saw the  light.", "We met at  the fair.", "I talked about  it.",
    "Two blanks.  And a new one.",
    "I know the in and out of it.", "The lamp was on at nine.", "The talk went on, and on, and on.",
    "We worked with and for them.", "I looked up and on it went.", "She came from in between.",
    "It was a bit of a .NET shop.", "I wrote it in .NET and C#.", "The list is at the end ...",
    "And so on ... you know the rest.", "I thought: well … maybe.", "Wait ... what?",
    "It took long ... and it worked.", "It was … different.", "I was, um ... nervous.",
    "“We met on ... at noon,” the minutes say.", "The DATA is fine.",
    "The API and the CLI are fine.",
    "DATE: 9 March\nPLACE: Husum\n\nI was there.", "THE COMPANY AND ITS ROLE\n\nI liked it.",
    "NASA is a name.", "Our HR team said so.", "It is an X-ray.", "I plotted X and Y.",
    "The name of the company is good.", "My title was a different one.", "The job was fun.",
    "I work on a date library.", "It was a role play.",
  ]
}
