import TUI
import Testing

/// Golden screens: every pane and every overlay at three sizes. `Tests/README.md` says how to add
/// one and how to record them anew.
@Suite(.timed) struct ScreenTests {
  static let sizes = [Size(80, 24), Size(120, 40), Size(30, 8)]

  /// The name of a screen and the keys that lead to it from Home with the sample data.
  static let scenes: [(name: String, keys: String)] = [
    ("home", ""),
    ("home-due", "<tab> j"),
    ("home-filter", "/ nord"),
    ("home-help", "?"),
    ("home-palette", "<ctrl+p>"),
    ("home-palette-typed", "<ctrl+p> out"),
    ("home-add", "a"),
    ("home-add-refused", "a <ctrl+s>"),
    ("home-outcome", "o"),
    ("home-delete", "d"),
    ("home-capture", "c"),
    ("drill", "W"),
    ("drill-card", "W <enter>"),
    ("drill-shown", "W <enter> s r 3"),
    ("match", "/ nord <enter> <enter> <alt+4> b"),
    ("change-page", "/ nord <enter> <enter> T b"),
    ("months", "Y"),
    ("months-rows", "Y <enter>"),
    ("months-facts", "Y <enter> <enter>"),
    ("home-search", "<ctrl+f> kuber"),
    ("review-checklist", "/ nord <enter> <enter>"),
    ("review-findings", "/ nord <enter> <enter> <alt+1>"),
    ("review-feedback", "/ kestrel <enter> <enter> <enter> <alt+2>"),
    ("review-script", "/ nord <enter> <enter> <alt+4>"),
    ("review-zoom", "/ nord <enter> <enter> <alt+1> z"),
    ("review-begin", "/ はやぶさ <enter> <enter> <alt+3>"),
    ("review-closed", "/ kestrel <enter> <enter> <enter> <alt+3>"),
    ("checklist-help", "/ nord <enter> <enter> <alt+3> ?"),
    ("review-help", "/ nord <enter> <enter> <alt+1> ?"),
    ("review-find", "/ nord <enter> <enter> <alt+1> / fail"),
    ("finding-add", "/ nord <enter> <enter> <alt+1> a"),
    ("finding-link", "/ nord <enter> <enter> <alt+1> L"),
    ("feedback-ask", "/ nord <enter> <enter> <alt+2> r"),
    ("feedback-reply", "/ kestrel <enter> <enter> <enter> <alt+2> e"),
    ("turn-edit", "/ nord <enter> <enter> <alt+4> e"),
    ("interview-add", "/ nord <enter> <enter> <esc> i"),
    ("mood-low", "/ nord <enter> <enter> <alt+3> g How␣are␣you <enter> 1"),
    ("checklist-skip", "/ nord <enter> <enter> <alt+3> s"),
    ("checklist-jump", "/ nord <enter> <enter> <alt+3> g"),
    ("preparation", "/ acme <enter> <enter> <alt+5>"),
    ("preparation-entry", "/ acme <enter> <enter> <alt+5> / references <enter>"),
    ("preparation-end", "/ acme <enter> <enter> <alt+5> G"),
    ("preparation-zoom", "/ acme <enter> <enter> <alt+5> / linux <enter> z"),
    ("preparation-empty", "/ kestrel <enter> <enter> <enter> <alt+5>"),
    ("preparation-kinds", "/ kestrel <enter> <enter> <enter> <alt+5> a"),
    ("preparation-bank", "/ acme <enter> <enter> <alt+5> G b"),
    ("preparation-edit", "/ acme <enter> <enter> <alt+5> / linux <enter> e"),
    ("preparation-company", "/ acme <enter> <enter> <alt+5> / company <enter> a"),
    ("agenda", "D j"),
    ("agenda-move", "D j >"),
    ("inbox", "c too␣fast <ctrl+s> c calm␣on␣the␣phone <tab> + <ctrl+s> I j"),
    ("inbox-company", "c too␣fast <tab> <tab> nord <ctrl+s> I j"),
    ("inbox-place", "c too␣fast <ctrl+s> I <enter>"),
    ("home-inbox", "c too␣fast <ctrl+s> <tab>"),
    ("people", "P j j"),
    ("people-find", "P / ines"),
    ("person-edit", "P e"),
    ("verdict", "/ nord <enter> <enter> v"),
    ("verdict-end", "/ nord <enter> <enter> v G"),
    ("private-note", "/ nord <enter> <enter> B asked␣about␣my␣age"),
    ("improvements", "/ nord <enter> <enter> <esc> T"),
    ("improvement-tested", "/ nord <enter> <enter> <esc> T x"),
    ("improvement-learning", "/ nord <enter> <enter> <esc> T e <shift+tab> <right> <tab> l"),
    ("call-sheet", "/ nord <enter> <enter> <alt+2> C"),
    ("feedback-gap", "/ kestrel <enter> <enter> <enter> <alt+2> g 1"),
    ("finding-rival", "/ nord <enter> <enter> <alt+4> j j j e <ctrl+s> <enter> <ctrl+s>"),
    ("turn-missed", "/ nord <enter> <enter> <alt+4> j j j e <ctrl+s>"),
    ("profile", "M"),
    ("resumes", "V"),
    ("resume-add", "V a"),
    ("forecast", "/ はやぶさ <enter> <enter> F"),
    ("promised", "/ acme <enter> <enter> U"),
    ("after-no", "/ nord <enter> <enter> t"),
    ("preparation-fit", "/ acme <enter> <enter> <alt+5> f r 4"),
    ("preparation-rate", "/ acme <enter> <enter> <alt+5> f r"),
    ("preparation-claims", "/ acme <enter> <enter> <alt+5> / led␣the <enter> r j j <enter>"),
    ("next-live", "/ nord <enter> <enter> <alt+3> g next␣step <enter> j"),
    ("next-form", "/ nord <enter> <enter> <alt+3> <esc> g next␣step <enter> j <enter>"),
    ("close-live", "/ nord <enter> <enter> <alt+3> g finish <enter>"),
    ("cold", "/ nord <enter> <enter> <esc> o 1 <tab> <tab> <tab> <right> c <ctrl+s> <ctrl+s>"),
    ("outcome-again", "/ nord <enter> <enter> <esc> o 4 <ctrl+s>"),
    ("letters", "/ nord <enter> <enter> <alt+6>"),
    ("letters-held", "/ kestrel <enter> <enter> <enter> <alt+6>"),
    (
      "letter-resting",
      "/ nord <enter> <enter> <alt+3> g How␣are␣you <enter> 1 <esc> <alt+6> a j <enter> <esc>"
    ),
    ("letters-empty", "/ はやぶさ <enter> <enter> <alt+6>"),
    ("letter-kinds", "/ nord <enter> <enter> <alt+6> a"),
    ("letter-editor", "/ nord <enter> <enter> <alt+6> <enter>"),
    (
      "letter-remarks",
      "/ nord <enter> <enter> <alt+6> <enter> <ctrl+end> Why␣didn't␣you␣choose␣me?␣I␣I␣deserve␣it. <tab>"
    ),
    ("letter-sent", "/ nord <enter> <enter> <alt+6> s"),
    ("letter-release", "/ kestrel <enter> <enter> <enter> <alt+6> y"),
    ("letter-read", "/ kestrel <enter> <enter> <enter> <alt+6> G <enter>"),
    ("call-card", "/ nord <enter> <enter> <alt+6> C"),
    ("letters-followed", "/ nord <enter> <enter> <alt+6> f"),
    ("page", "/ kestrel <enter> p"),
    ("page-nord", "/ nord <enter> p"),
  ]

  @Test(arguments: scenes.map(\.name), sizes) func golden(_ name: String, _ size: Size) throws {
    let scene = try #require(Self.scenes.first { $0.name == name })
    let desk = try Desk(size)
    try desk.keys(scene.keys)
    #expect(brokenInvariant(desk.app) == nil)
    try expectScreen(desk.app.frame(), name)
  }

  /// On a wide screen: a text no wider than one reads with ease, and more than one figure at a time.
  @Test(arguments: ["letters", "letter-remarks", "months"]) func wide(_ name: String) throws {
    let scene = try #require(Self.scenes.first { $0.name == name })
    let desk = try Desk(Size(200, 60))
    try desk.keys(scene.keys)
    #expect(brokenInvariant(desk.app) == nil)
    try expectScreen(desk.app.frame(), name)
  }

  @Test(arguments: sizes) func emptyStore(_ size: Size) throws {
    let desk = try Desk(size, sample: false)
    try expectScreen(desk.app.frame(), "empty")
  }

  @Test func asciiScreensAreASCII() throws {
    for scene in Self.scenes {
      let desk = try Desk(Size(80, 24), ascii: true)
      try desk.keys(scene.keys)
      #expect(desk.screen.allSatisfy { $0.isASCII }, "\(scene.name)")
    }
  }

  /// Every size from 1×1 up draws something valid, whatever is on the screen.
  @Test func anySize() throws {
    for keys in [
      "/ acme <enter> <enter> <alt+5>",
      "M", "V", "Y", "Y <enter> <enter>", "W", "W <enter>", "W <enter> 2",
      "/ nord <enter> <enter> t", "/ acme <enter> <enter> <alt+5> f r",
      "/ nord <enter> <enter> <alt+3> g finish <enter>",
      "/ nord <enter> <enter> <alt+6>", "/ nord <enter> <enter> <alt+6> <enter>",
      "/ nord <enter> <enter> <alt+6> C", "/ nord <enter> <enter> <alt+6> f",
      "", "?", "<ctrl+p>", "a", "D", "P", "c x <ctrl+s> I", "c x <ctrl+s> I +",
      "/ nord <enter> <enter>", "/ nord <enter> <enter> <alt+1> a", "p",
    ] {
      let desk = try Desk()
      try desk.keys(keys)
      for width in [1, 2, 5, 19, 20, 21, 29, 35, 45, 69, 70, 79, 99, 109, 149, 150, 500] {
        for height in [1, 2, 4, 5, 6, 7, 9, 11, 12, 13, 21, 22, 29, 30, 200] {
          desk.send(.input(.resize(Size(width, height))))
          if let fault = brokenInvariant(desk.app) {
            Issue.record("\(fault) at \(width)x\(height) after \(keys)")
          }
        }
      }
    }
  }
}
