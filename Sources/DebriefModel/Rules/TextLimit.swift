/// How long one text may be: a field of anything that is written down, or a cell of what is brought in.
public enum TextLimit {
  /// So many bytes of UTF-8.
  public static let bytes = 1 << 20
  /// The same in words.
  public static let words = "1 MB"
}
