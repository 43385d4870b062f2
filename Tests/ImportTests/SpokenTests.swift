import DebriefModel
import TestSupport
import Testing

@testable import DebriefImport

/// Transcripts in the shapes that programs give them, with made-up content.
@Suite("A transcript is told apart in whatever shape a program gave it", .timed) struct SpokenTests
{
  private func turns(_ text: String) throws -> [String] {
    var profile = Profile()
    profile.name = "Sam Doe"
    let application = Application(id: ID("acmeacmeacmeacme"), created: TestClock.noon) {
      $0.company = "Acme"
    }
    return try TranscriptImport.proposal(
      Array(text.utf8), name: "t", to: Dossier(application), profile: profile, now: TestClock.noon
    ).entries.flatMap(\.operations).compactMap {
      guard case .insert(.turn(let it)) = $0 else { return nil }
      #expect(it.isOfTranscript)
      return "\(it.asker == .me ? "me" : "they"): \(it.question) | \(it.answer)"
    }
  }

  private static let two = [
    "they: What was the hardest bug? | A deadlock. Took two days.\nThanks.",
    "me: What comes next? | A decision.",
  ]

  @Test(arguments: [
    // Otter
    """
    Acme interview
    Mon, Feb 9, 2026 10:00AM • 32:10

    SUMMARY KEYWORDS
    robots, queue

    Ada Quill  01:02
    What was the hardest bug?

    Sam Doe  01:10
    A deadlock. Took two days.

    Ada Quill  01:15
    Thanks.

    Sam Doe  01:20
    What comes next?

    Ada Quill  01:25
    A decision.

    Transcribed by https://otter.ai
    """,
    // Teams, as text
    """
    Interview Acme-20260209_100000-Meeting Recording
    February 9, 2026, 9:00AM
    31m 5s

    Ada Quill   0:03
    What was the hardest bug?
    Sam Doe   0:10
    A deadlock.
    Took two days.
    Ada Quill   0:15
    Thanks.
    Sam Doe   0:20
    What comes next?
    Ada Quill   0:30
    A decision.
    """,
    """
    [00:00:03] Ada Quill: What was the hardest bug?
    [00:00:12] Sam: A deadlock. Took two days.
    [00:00:40] Ada Quill: Thanks.
    (00:01:00) Sam: What comes next?
    00:01:05 Ada Quill: A decision.
    """,
    // A chat of Zoom
    """
    10:01:02 From Ada Quill to Everyone:
    \tWhat was the hardest bug?
    10:01:20 From Sam Doe to Everyone:
    \tA deadlock. Took two days.
    10:01:30 From Ada Quill to Everyone:
    \tThanks.
    10:05:00\t From  Sam Doe : What comes next?
    10:05:30\t From  Ada Quill : A decision.
    """,
    // Meet
    """
    00:00:00
    Ada Quill: What was the hardest bug?
    Sam Doe: A deadlock. Took two days.

    00:05:00
    Ada Quill: Thanks.
    Sam Doe: What comes next?
    Ada Quill: A decision.
    Transcription ended after 00:10:00
    This editable transcript was computer generated and might contain errors.
    """,
    // Teams, as captions: a name in the order of a list, and a voice over several lines
    """
    WEBVTT

    a1b2/12-0
    00:00:03.123 --> 00:00:05.456
    <v Quill, Ada>What was
    the hardest bug?</v>

    a1b2/13-0
    00:00:06.000 --> 00:00:09.000
    <v Doe, Sam (Guest)>A deadlock. Took two days.</v>

    00:00:09.500 --> 00:00:10.000
    <v Quill, Ada>Thanks.</v>

    00:00:10.000 --> 00:00:12.000
    <v Doe, Sam (Guest)>What comes next?</v>

    00:00:13.000 --> 00:00:15.000
    <v Quill, Ada>A decision.</v>
    """,
  ]) func manyShapes(_ text: String) throws {
    #expect(try turns(text) == Self.two)
    let head = Array(text.utf8)
    let format = ImportFormat.found(in: head) { importWords }
    // A text without times could be notes.
    #expect(format == .transcript || text.hasPrefix("00:00:00\n"))
  }

  @Test func speakersWithNumbersAndOtherScripts() throws {
    #expect(
      try turns("Speaker 1 (00:00): Why us?\nSpeaker 2 (00:10): Robots.\nSpeaker 1 (00:20): Good.")
        == ["they: Why us? | Robots.\nGood."])
    #expect(
      try turns("面接官：なぜ弊社ですか？\n私：ロボットが好きです。") == ["they: なぜ弊社ですか？ | ロボットが好きです。"])
  }

  @Test func whatSaysHowSubtitlesLookIsNotSpoken() throws {
    #expect(
      try turns(
        "1\n00:00:01,000 --> 00:00:03,000\n<i>Why did you leave?</i>\n\n2\n00:00:03,500 --> 00:00:06,000\n{\\an8}It closed.\n"
      )
        == ["they: Why did you leave? | It closed."])
  }

  /// Notes that only name a time here and there stay as they are.
  @Test(arguments: [
    "Standup at 10:00\nWhy us?\nRobots", "Call 10:30\nA: Why?\nB: So.", "12:30\nlunch?", "x",
  ]) func notesStay(_ text: String) {
    let lines = text.split(separator: "\n").map(String.init)
    #expect(SpokenLines.lines(lines) == lines)
  }

  @Test func aLinkIsNoSpeaker() {
    #expect(Transcript.split("https://acme.example").speaker == nil)
    #expect(Transcript.split("Speaker 12: hi").speaker == "Speaker 12")
    #expect(Transcript.split("12: hi").speaker == nil)
  }
}
