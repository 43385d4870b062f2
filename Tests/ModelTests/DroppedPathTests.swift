import DebriefModel
import Testing

/// Names of files as terminals give them when a file is dropped on them.
@Suite(.timed) struct DroppedPathTests {
  @Test(arguments: [
    ("/home/me/a.eml", "/home/me/a.eml"), ("'/home/me/my mail.eml'", "/home/me/my mail.eml"),
    ("\"/home/me/my mail.eml\" ", "/home/me/my mail.eml"),
    ("/home/me/my\\ mail\\(1\\).eml", "/home/me/my mail(1).eml"),
    ("file:///home/me/my%20mail.eml", "/home/me/my mail.eml"),
    ("file://host/home/a%C3%A9", "/home/aé"), ("file:/a/b", "/a/b"),
    ("~/a.ics", "~/a.ics"), ("'/it'\\''s'", "/it's"), ("/a\\\\b", "/a\\b"),
  ]) func paths(_ text: String, _ path: String) {
    #expect(DroppedPath.path(text) == path)
  }

  @Test(arguments: [
    "", " ", "/", "they asked", "/etc is a folder", "a/b", "'a b'", "/a\n/b", "https://x.org/a",
    "file:", "file://%FF", "''", "'",
  ]) func others(_ text: String) {
    #expect(DroppedPath.path(text) == nil)
  }
}
