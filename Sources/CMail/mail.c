#include "CMail.h"

#include <CLibrary.h>

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* GMime's objects, each only handed on. Their declarations are those of GMime 3.2, whose interface is fixed
   for libgmime-3.0.so.0: its headers, and GLib's, are not needed to build. */
typedef void object;
typedef unsigned long type;

#define FUNCTIONS(X) \
  X(void, g_mime_init, (void)) \
  X(object *, g_mime_stream_mem_new, (void)) \
  X(object *, g_mime_stream_mem_new_with_buffer, (const char *, size_t)) \
  X(void *, g_mime_stream_mem_get_byte_array, (object *)) \
  X(object *, g_mime_parser_new_with_stream, (object *)) \
  X(object *, g_mime_parser_construct_message, (object *, void *)) \
  X(void *, g_mime_parser_options_new, (void)) \
  X(void, g_mime_parser_options_set_fallback_charsets, (void *, const char **)) \
  X(void, g_mime_parser_options_free, (void *)) \
  X(object *, g_mime_message_get_from, (object *)) \
  X(object *, g_mime_message_get_to, (object *)) \
  X(const char *, g_mime_message_get_subject, (object *)) \
  X(const char *, g_mime_message_get_message_id, (object *)) \
  X(void *, g_mime_message_get_date, (object *)) \
  X(void *, g_mime_utils_header_decode_date, (const char *)) \
  X(object *, g_mime_message_get_mime_part, (object *)) \
  X(object *, g_mime_object_get_header_list, (object *)) \
  X(object *, g_mime_header_list_get_header, (object *, const char *)) \
  X(const char *, g_mime_header_get_raw_value, (object *)) \
  X(type, g_mime_multipart_get_type, (void)) \
  X(type, g_mime_message_part_get_type, (void)) \
  X(type, g_mime_part_get_type, (void)) \
  X(type, g_mime_text_part_get_type, (void)) \
  X(type, internet_address_mailbox_get_type, (void)) \
  X(int, g_mime_multipart_get_count, (object *)) \
  X(object *, g_mime_multipart_get_part, (object *, int)) \
  X(object *, g_mime_message_part_get_message, (object *)) \
  X(object *, g_mime_object_get_content_type, (object *)) \
  X(const char *, g_mime_content_type_get_media_type, (object *)) \
  X(const char *, g_mime_content_type_get_media_subtype, (object *)) \
  X(const char *, g_mime_content_type_get_parameter, (object *, const char *)) \
  X(const char *, g_mime_object_get_disposition, (object *)) \
  X(const char *, g_mime_part_get_filename, (object *)) \
  X(object *, g_mime_part_get_content, (object *)) \
  X(char *, g_mime_text_part_get_text, (object *)) \
  X(long, g_mime_data_wrapper_write_to_stream, (object *, object *)) \
  X(int, internet_address_list_length, (object *)) \
  X(object *, internet_address_list_get_address, (object *, int)) \
  X(char *, internet_address_list_to_string, (object *, void *, int)) \
  X(const char *, internet_address_get_name, (object *)) \
  X(const char *, internet_address_mailbox_get_addr, (object *)) \
  X(int, g_type_check_instance_is_a, (object *, type)) \
  X(void, g_object_unref, (object *)) \
  X(void, g_free, (void *)) \
  X(void, g_date_time_unref, (void *)) \
  X(int64_t, g_date_time_to_unix, (void *)) \
  X(int64_t, g_date_time_get_utc_offset, (void *))

CLIB_TABLE(gmime);

static void begin(void) { gmime.g_mime_init(); }

static clib library = {.file = "libgmime-3.0.so.0", .names = names, .functions = &gmime, .begin = begin};

const char *dmail_open(void) { return clib_open(&library); }

/* What is known on the way down. */
typedef struct {
  dmail *mail;
  int alternatives;
  int failed;
} walk;

static char *copy(const char *text) { return text && *text ? strdup(text) : NULL; }

/* Room for one more at the end of a list; NULL when there is none. */
static void *more(void **list, size_t *count, size_t size) {
  void *longer = realloc(*list, (*count + 1) * size);
  if (!longer) return NULL;
  *list = longer;
  void *last = (char *)longer + *count * size;
  memset(last, 0, size);
  (*count)++;
  return last;
}

static void address(object *list, char **name, char **mail) {
  if (!list || gmime.internet_address_list_length(list) < 1) return;
  object *first = gmime.internet_address_list_get_address(list, 0);
  if (!first) return;
  *name = copy(gmime.internet_address_get_name(first));
  if (gmime.g_type_check_instance_is_a(first, gmime.internet_address_mailbox_get_type()))
    *mail = copy(gmime.internet_address_mailbox_get_addr(first));
}

static char *raw(object *message, const char *name) {
  object *list = gmime.g_mime_object_get_header_list(message);
  object *header = list ? gmime.g_mime_header_list_get_header(list, name) : NULL;
  return header ? copy(gmime.g_mime_header_get_raw_value(header)) : NULL;
}

static void take_date(dmail_message *it, void *date) {
  it->has_date = 1;
  it->date = gmime.g_date_time_to_unix(date);
  it->offset = (int)(gmime.g_date_time_get_utc_offset(date) / 60000000);
}

/* When the last server got it: behind the last semicolon of the first field about that. */
static void take_arrival(dmail_message *it, object *message) {
  char *received = raw(message, "Received");
  const char *when = received ? strrchr(received, ';') : NULL;
  void *date = when ? gmime.g_mime_utils_header_decode_date(when + 1) : NULL;
  if (date) {
    take_date(it, date);
    gmime.g_date_time_unref(date);
  }
  free(received);
}

static int add_message(walk *at, object *message, int parent) {
  dmail *mail = at->mail;
  dmail_message *it =
    more((void **)&mail->messages, &mail->message_count, sizeof *mail->messages);
  if (!it) {
    at->failed = 1;
    return -1;
  }
  it->parent = parent;
  address(gmime.g_mime_message_get_from(message), &it->from_name, &it->from_address);
  object *to = gmime.g_mime_message_get_to(message);
  if (to && gmime.internet_address_list_length(to) > 0) {
    char *text = gmime.internet_address_list_to_string(to, NULL, 0);
    it->to = copy(text);
    gmime.g_free(text);
  }
  it->subject = copy(gmime.g_mime_message_get_subject(message));
  it->id = copy(gmime.g_mime_message_get_message_id(message));
  it->raw_from = raw(message, "From");
  it->raw_subject = raw(message, "Subject");
  void *date = gmime.g_mime_message_get_date(message);
  if (date) {
    take_date(it, date);
  } else {
    it->raw_date = raw(message, "Date");
    if (!it->raw_date) it->raw_date = raw(message, "Sent");
    if (!it->raw_date) take_arrival(it, message);
  }
  return (int)mail->message_count - 1;
}

/* The bytes of a part, decoded; as GByteArray has them: a pointer and a length come first. */
static void take_bytes(object *part, dmail_part *it) {
  object *content = gmime.g_mime_part_get_content(part);
  if (!content) return;
  object *stream = gmime.g_mime_stream_mem_new();
  if (!stream) return;
  gmime.g_mime_data_wrapper_write_to_stream(content, stream);
  struct {
    unsigned char *data;
    unsigned length;
  } *bytes = gmime.g_mime_stream_mem_get_byte_array(stream);
  if (bytes && bytes->data && (it->text = malloc(bytes->length + 1))) {
    memcpy(it->text, bytes->data, bytes->length);
    it->text[bytes->length] = 0;
    it->length = bytes->length;
  }
  gmime.g_object_unref(stream);
}

/* Whether what a part says of its alphabet is nothing, or only ASCII: more than that may be in it, and which it is
   shows by its bytes. */
static int is_unsaid(const char *charset) {
  static const char *const unsaid[] = {
    "us-ascii", "ascii", "ansi_x3.4-1968", "unknown-8bit", "x-unknown", "unknown", "default", "_iso-8859-1"};
  if (!charset || !*charset) return 1;
  for (size_t i = 0; i < sizeof unsaid / sizeof *unsaid; i++)
    if (strcasecmp(charset, unsaid[i]) == 0) return 1;
  return 0;
}

static int has_value(object *type, const char *name, const char *value) {
  const char *found = type ? gmime.g_mime_content_type_get_parameter(type, name) : NULL;
  return found && strcasecmp(found, value) == 0;
}

static void add_part(walk *at, object *part, int message, int alternative) {
  dmail *mail = at->mail;
  if (mail->part_count >= DMAIL_PARTS) {
    mail->is_cut = 1;
    return;
  }
  dmail_part *it = more((void **)&mail->parts, &mail->part_count, sizeof *mail->parts);
  if (!it) {
    at->failed = 1;
    return;
  }
  it->message = message;
  it->alternative = alternative;
  object *type = gmime.g_mime_object_get_content_type(part);
  const char *media = type ? gmime.g_mime_content_type_get_media_type(type) : NULL;
  const char *sub = type ? gmime.g_mime_content_type_get_media_subtype(type) : NULL;
  if (!media || !*media) media = "text";
  if (!sub || !*sub) sub = "plain";
  size_t length = strlen(media) + strlen(sub) + 2;
  if ((it->type = malloc(length))) {
    char *end = stpcpy(it->type, media);
    *end++ = '/';
    strcpy(end, sub);
    for (char *c = it->type; *c; c++)
      if (*c >= 'A' && *c <= 'Z') *c += 32;
  }
  const char *disposition = gmime.g_mime_object_get_disposition(part);
  it->is_attachment = disposition && strcasecmp(disposition, "attachment") == 0;
  if (!gmime.g_type_check_instance_is_a(part, gmime.g_mime_part_get_type())) return;
  it->name = copy(gmime.g_mime_part_get_filename(part));
  int is_calendar = it->type && (strcmp(it->type, "text/calendar") == 0 ||
                                 strcmp(it->type, "application/ics") == 0);
  if (it->is_attachment && !is_calendar) return;
  int is_text = gmime.g_type_check_instance_is_a(part, gmime.g_mime_text_part_get_type());
  if (is_text && has_value(type, "format", "flowed"))
    it->flow = has_value(type, "delsp", "yes") ? 2 : 1;
  if (is_text && is_unsaid(type ? gmime.g_mime_content_type_get_parameter(type, "charset") : NULL)) {
    take_bytes(part, it);
  } else if (is_text) {
    char *text = gmime.g_mime_text_part_get_text(part);
    if (text) {
      it->text = strdup(text);
      it->length = it->text ? strlen(it->text) : 0;
      gmime.g_free(text);
    }
  } else if (is_calendar || (it->type && !it->name && strcmp(it->type, "application/octet-stream") == 0)) {
    take_bytes(part, it);
  }
}

static void visit(walk *at, object *part, int message, int alternative, int depth) {
  if (!part || at->failed) return;
  if (depth > DMAIL_DEPTH) {
    at->mail->is_cut = 1;
    return;
  }
  if (gmime.g_type_check_instance_is_a(part, gmime.g_mime_multipart_get_type())) {
    object *type = gmime.g_mime_object_get_content_type(part);
    const char *sub = type ? gmime.g_mime_content_type_get_media_subtype(type) : NULL;
    if (sub && strcasecmp(sub, "alternative") == 0) alternative = ++at->alternatives;
    int count = gmime.g_mime_multipart_get_count(part);
    for (int i = 0; i < count && !at->failed; i++)
      visit(at, gmime.g_mime_multipart_get_part(part, i), message, alternative, depth + 1);
  } else if (gmime.g_type_check_instance_is_a(part, gmime.g_mime_message_part_get_type())) {
    object *inner = gmime.g_mime_message_part_get_message(part);
    if (!inner || at->mail->message_count >= DMAIL_PARTS) return;
    int own = add_message(at, inner, message);
    if (own >= 0) visit(at, gmime.g_mime_message_get_mime_part(inner), own, 0, depth + 1);
  } else {
    add_part(at, part, message, alternative);
  }
}

dmail *dmail_read(const char *bytes, size_t length) {
  if (!library.is_open) return NULL;
  dmail *mail = calloc(1, sizeof *mail);
  if (!mail) return NULL;
  object *stream = gmime.g_mime_stream_mem_new_with_buffer(bytes, length);
  object *parser = stream ? gmime.g_mime_parser_new_with_stream(stream) : NULL;
  /* What a header has beyond ASCII without saying in which alphabet. */
  static const char *alphabets[] = {"utf-8", "windows-1252", NULL};
  void *options = gmime.g_mime_parser_options_new();
  if (options) gmime.g_mime_parser_options_set_fallback_charsets(options, alphabets);
  object *message = parser ? gmime.g_mime_parser_construct_message(parser, options) : NULL;
  walk at = {.mail = mail};
  if (message) {
    int own = add_message(&at, message, -1);
    if (own >= 0) visit(&at, gmime.g_mime_message_get_mime_part(message), own, 0, 1);
    gmime.g_object_unref(message);
  }
  if (options) gmime.g_mime_parser_options_free(options);
  if (parser) gmime.g_object_unref(parser);
  if (stream) gmime.g_object_unref(stream);
  if (!message || at.failed) {
    dmail_free(mail);
    return NULL;
  }
  return mail;
}

void dmail_free(dmail *mail) {
  if (!mail) return;
  for (size_t i = 0; i < mail->message_count; i++) {
    dmail_message *it = &mail->messages[i];
    free(it->from_name);
    free(it->from_address);
    free(it->to);
    free(it->subject);
    free(it->id);
    free(it->raw_from);
    free(it->raw_subject);
    free(it->raw_date);
  }
  for (size_t i = 0; i < mail->part_count; i++) {
    dmail_part *it = &mail->parts[i];
    free(it->type);
    free(it->name);
    free(it->text);
  }
  free(mail->messages);
  free(mail->parts);
  free(mail);
}
