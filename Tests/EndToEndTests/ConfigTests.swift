import Foundation
import TestSupport
import Testing

/// The settings, through the real program.
@Suite(.timed) struct ConfigTests {
  let program = Program()

  /// Puts the file where the program looks for it.
  private func configure(_ text: String) throws {
    try FileManager.default.createDirectory(
      atPath: program.file("config/debrief"), withIntermediateDirectories: true)
    try program.write(text, to: "config/debrief/config.toml")
  }

  private var path: String { program.file("config/debrief/config.toml") }

  private func replay(_ script: String) throws -> Program.Result {
    try FileManager.default.createDirectory(
      at: URL(fileURLWithPath: program.database).deletingLastPathComponent(),
      withIntermediateDirectories: true)
    return try program.run(
      "replay", "-", "--size", "120x30", "--database", program.database, stdin: script)
  }

  // MARK: - Silence

  @Test func theDaysOfSilenceChangeWhatIsDueAndWhatIsProposed() throws {
    try program.must("add", "Acme", "Engineer", "--applied", "8 mar")
    func outcome() throws -> String {
      let document = try json(try program.must("show", "acme", "--json"))
      return try #require((document["status"] as? [String: Any])?["outcome"] as? String)
    }
    #expect(try program.must("agenda") == "")
    #expect(try program.must("list").contains("waiting"))
    #expect(try outcome() == "waiting")
    #expect(try replay(":expect waiting\n").code == 0)

    try configure("[silence]\ndays = 12\n")
    #expect(try program.must("agenda").contains("no reply for 12 days: count it as a no?"))
    #expect(try program.must("list").contains("no reply 12 d"))
    #expect(try outcome() == "silent")
    let branch = try json(try program.must("show", "acme", "--json"))["status"] as? [String: Any]
    #expect(branch?["branch"] as? String == "ghosted")
    // The calendar keeps the figure, also when a day more has passed.
    let later = try program.run("agenda", "--ics", env: ["DEBRIEF_NOW": "2026-03-22T10:00:00Z"])
    #expect(later.code == 0 && later.out.contains("no reply for 12 days: count it as a no?"))
    // On the screen: the list, what is due, and the debrief that fits.
    let screen = try replay(
      """
      :expect no reply, 12 days
      :expect count it as a no?
      <tab> <enter>
      :expect Count Acme as a no?
      y
      :expect no reply, 12 days
      """)
    #expect(screen.code == 0, "\(screen.err)")
    try program.must("undo")

    try configure("[silence]\ndays = 13\n")
    #expect(try program.must("agenda") == "" && (try outcome()) == "waiting")
  }

  @Test func theGraceChangesWhenToAsk() throws {
    try program.must("add", "Acme", "Engineer", "--applied", "8 mar")
    // They promised word by Thursday, the nineteenth; today is Friday.
    let promise = try program.run(
      "replay", "-", "--database", program.database,
      stdin: "<enter> U\n:expect gave you a date\n:type 2026-03-19\n<ctrl+s>\n:expect Saved\n",
      env: ["DEBRIEF_NOW": "2026-03-16T10:00:00Z"])
    #expect(promise.code == 0, "\(promise.err)")
    func due() throws -> String? {
      let document = try json(try program.must("agenda", "--json"))
      let rows = try #require(document["agenda"] as? [[String: Any]])
      return rows.first { $0["kind"] as? String == "promise" }?["due"] as? String
    }
    #expect(try due()?.hasPrefix("2026-03-23") == true)
    try configure("[silence]\ngrace_working_days = 0\n")
    // Until the day is over the answer is theirs to give.
    #expect(try due()?.hasPrefix("2026-03-20") == true)
    try configure("[silence]\ngrace_working_days = 4\n")
    #expect(try due()?.hasPrefix("2026-03-25") == true)
    // A week ahead and no further.
    try configure("[silence]\ngrace_working_days = 9\n")
    #expect(try due() == nil)
  }

  // MARK: - Faults

  private let faulty = """
    [silence]
    days = 3
    [keys]
    "home.add" = "w"
    "home.edit" = "w"

    """

  @Test func aFaultyFileIsSaidAndNeverInTheWay() throws {
    try configure(faulty)
    let complaints = [
      "debrief: \(path):2: `days` must be a whole number of days from 7 to 365",
      "debrief: \(path):5: `home.edit` can't have w: `home.add` uses it",
    ]
    for arguments in [
      ["add", "Acme", "Engineer"], ["list"], ["list", "--json"], ["agenda"], ["show", "acme"],
      ["keys"], ["config"],
    ] {
      let result = try program.wait(program.start(arguments))
      #expect(result.code == 0, "\(arguments)")
      #expect(result.err.split(separator: "\n").map(String.init).prefix(2) == complaints[...])
    }
    #expect(program.read("config/debrief/config.toml") == Array(faulty.utf8))
  }

  @Test func theScreenSaysItOnce() throws {
    try configure(faulty)
    let result = try replay(
      """
      :expect config.toml:2: `days` must be
      :expect One more thing is wrong. The rest works. To see
      w
      :expect Company
      <esc>
      :expect w add
      """)
    #expect(result.code == 0, "\(result.err)")
    #expect(result.errorBytes.isEmpty)
    let home = try PrivateHome(now: TestClock.text)
    try FileManager.default.createDirectory(
      atPath: home.folder + "/config/debrief", withIntermediateDirectories: true)
    try Data("quit = \n".utf8).write(
      to: URL(fileURLWithPath: home.folder + "/config/debrief/config.toml"))
    let run = try home.open()
    try run.waitFor("config.toml:1: there is no value")
    try run.type("?", until: "Go to the next section")
    try run.type("q")
    try run.type("Q")
    #expect(try run.child.wait() == .exited(0))
  }

  @Test func theDoctorListsTheFile() throws {
    func doctor() throws -> (code: Int32, problems: [String], exists: Bool?) {
      let result = try program.run("doctor", "--json")
      let document = try json(result.out)
      let settings = document["settings"] as? [String: Any]
      #expect(settings?["path"] as? String == path)
      #expect(result.errorBytes.isEmpty)
      return (
        result.code, document["problems"] as? [String] ?? [], settings?["exists"] as? Bool
      )
    }
    var found = try doctor()
    #expect(found.code == 0 && found.problems.isEmpty && found.exists == false)
    try configure(faulty)
    found = try doctor()
    #expect(found.code == 1 && found.exists == true)
    #expect(found.problems.map { $0.hasPrefix(path) } == [true, true])
    let text = try program.run("doctor")
    #expect(text.code == 1 && text.out.contains("settings        \(path)\n"))
    #expect(text.out.contains("- \(path):2: `days` must be"))
  }

  /// Only absolute folders count; a relative one is as if it were not set.
  @Test func aRelativeFolderIsNotUsed() throws {
    try configure("[silence]\ndays = 12\n")
    let result = try program.wait(
      program.start(["config", "--json"], env: ["XDG_CONFIG_HOME": "config"]))
    let document = try json(result.out)
    #expect(document["path"] as? String == program.file(".config/debrief/config.toml"))
    #expect(document["exists"] as? Bool == false)
    let bare = try program.wait(
      program.start(
        ["config"], env: ["XDG_CONFIG_HOME": String?.none, "HOME": String?.none]))
    #expect(bare.code == 0 && bare.out.contains("nowhere, because there's no home folder"))
  }

  // MARK: - What holds

  @Test func configShowsWhatHolds() throws {
    #expect(
      try program.must("config").split(separator: "\n").map(String.init) == [
        "settings                    \(path) (not there)",
        "theme                       auto", "opens                       question",
        "paper                       auto", "silence.days                30",
        "silence.grace_working_days  2", "keys                        the defaults",
      ])
    #expect(!FileManager.default.fileExists(atPath: program.file("config")))
    try configure(
      "theme = \"light\"\nsilence = {days = 20, grace_working_days = 0}\nkeys.home.add = [\"w\", \"^N\"]\nkeys.agenda = []\n"
    )
    #expect(
      try program.must("config").split(separator: "\n").map(String.init) == [
        "settings                    \(path)", "theme                       light",
        "opens                       question", "paper                       auto",
        "silence.days                20",
        "silence.grace_working_days  0", "keys.agenda                 none",
        "keys.home.add               w, ctrl+n",
      ])
    let document = try json(try program.must("config", "--json"))
    #expect(document["version"] as? Int == 1 && document["faults"] as? [String] == [])
    #expect(document["theme"] as? String == "light")
    let silence = document["silence"] as? [String: Int]
    #expect(silence == ["days": 20, "grace_working_days": 0])
    let keys = try #require(document["keys"] as? [String: [String]])
    #expect(keys["home.add"] == ["w", "ctrl+n"] && keys["agenda"] == [] && keys["undo"] == ["u"])
    #expect(document["pager"] as? Bool == true && document["notify"] as? String == "off")
    let listed = try json(try program.must("keys", "--format", "json"))
    let rows = try #require(listed["commands"] as? [[String: Any]])
    #expect(
      rows.contains {
        $0["action"] as? String == "home.add" && $0["keys"] as? [String] == ["w", "^N"]
      })
    #expect(try program.must("keys").contains("  w ^N            Add an application  (home.add)\n"))
    #expect(
      try program.must("keys").contains("  no key          Your to-do list  (agenda)\n"))
    #expect(
      try program.must("keys", "--format", "markdown").contains("| `w` `^N` | Add an application |")
    )
    let both = try program.run("config", "--json", "--print-default")
    #expect(both.code == 64 && both.err.contains(", not both"))
  }

  // MARK: - Dates, the editor, checklists

  /// What people read is written as they have set it; what programs read stays as it is.
  @Test func datesAndTimesAreWrittenAsSet() throws {
    try program.must(
      "add", "Acme", "Engineer", "--applied", "8 nov 2025", "--interview", "25 mar 14:30")
    let before = try program.must("show", "acme", "--json")
    #expect(try program.must("show", "acme").contains("25 Mar 14:30"))
    try configure("dates = \"month first\"\ntimes = 12\n")
    let shown = try program.must("show", "acme")
    #expect(shown.contains("Mar 25 2:30 PM"), "\(shown)")
    #expect(shown.contains("Nov 8, 2025  applied"), "\(shown)")
    #expect(!shown.contains("14:30") && !shown.contains("8 Nov"), "\(shown)")
    #expect(try program.must("show", "acme", "--json") == before)
    // A form has the day as it is written elsewhere, and takes it back as the same.
    let screen = try replay(
      """
      :expect Fri Mar 20
      :expect Mar 25 2:30 PM
      / acme <enter> e
      :expect Nov 8, 2025
      <ctrl+s>
      """)
    #expect(screen.code == 0, "\(screen.out)\(screen.err)")
    #expect(try program.must("show", "acme", "--json") == before)
    let document = try json(try program.must("config", "--json"))
    #expect(document["dates"] as? String == "month first" && document["times"] as? Int == 12)
    let rows = try program.must("config")
    #expect(rows.contains("dates                       month first\n"), "\(rows)")
    #expect(rows.contains("times                       12\n"), "\(rows)")
  }

  /// A folder that the settings name has one's own checklists; one that isn't there is said.
  @Test func checklistsAreWhereTheSettingsSay() throws {
    try program.must("add", "Acme", "Engineer")
    try configure("checklists = \"\(program.file("mine"))\"\n")
    let gone = try program.run("doctor")
    #expect((gone.out + gone.err).contains("there's no folder of that name"), "\(gone)")
    try FileManager.default.createDirectory(
      atPath: program.file("mine"), withIntermediateDirectories: true)
    try program.write("branch: ghosted\n", to: "mine/ghosted.yaml")
    let faulty = try program.run("doctor")
    #expect((faulty.out + faulty.err).contains("mine/ghosted.yaml"), "\(faulty)")
  }

  /// The file for beginners says what is shipped: as it stands, and with every line of it in force.
  @Test func theDefaultFileIsTheDefault() throws {
    let shipped = try program.must("config", "--json")
    func values(_ text: String) throws -> NSDictionary {
      var document = try json(text)
      document["exists"] = nil
      return document as NSDictionary
    }
    let text = try program.must("config", "--print-default")
    #expect(!text.contains("\u{1b}"))
    try configure(text)
    #expect(try values(try program.must("config", "--json")) == (try values(shipped)))
    let inForce = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("# \"") ? String(line.dropFirst(2)) : String(line)
    }.joined(separator: "\n")
    try configure(inForce)
    let all = try program.must("config", "--json")
    #expect(try values(all) == (try values(shipped)))
    let keys = try #require(try json(all)["keys"] as? [String: Any])
    #expect(inForce.split(separator: "\n").count { $0.hasPrefix("\"") } == keys.count)
  }

  // MARK: - Keys

  @Test func reboundKeysPlay() throws {
    try configure(
      """
      [keys]
      "home.add" = "w"
      undo = "g u"
      quit = "Z"
      """)
    // g goes to the top of a list: no sequence can begin with it.
    let refused = try replay(":expect `undo` can't have g u: it moves, answers, or closes there\n")
    #expect(refused.code == 0, "\(refused.err)")
    try configure(
      """
      [keys]
      "home.add" = "w"
      undo = "O"
      search = "& &"
      "review.promised" = []
      quit = "Z"
      """)
    let result = try replay(
      """
      :expect w add
      a
      :expect a does nothing here
      w
      :type Acme Labs
      <tab>
      :type Engineer
      <ctrl+s>
      :expect Acme Labs
      &
      :expect & …
      &
      :expect Search everything
      <esc>
      O
      :expect Undone: Acme Labs added.
      Q
      :expect Q does nothing here
      Z
      """)
    #expect(result.code == 0, "\(result.err)")
    #expect(try program.must("list") == "")
  }
}
