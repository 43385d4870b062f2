/* Foundation brings 34 MB of words for all the world's languages: names of months, orders of sorting, time zones.
   Nothing of that is ever asked for here: days, sums and names have rules of their own, and the C library knows
   the zones. The release is linked with this in their place, the empty table that ICU itself offers a program
   that brings no data (its "stubdata"). `make build` says what the table is called in this Foundation.
   What asks for data all the same is told that there is none; TestRuleTests sees to it that no source does. */
#include <stdint.h>

#ifndef TABLE
#define TABLE icudt_dat
#endif

struct table {
  uint16_t header_size;
  uint8_t mark[2];
  struct {
    uint16_t size, reserved;
    uint8_t is_big_endian, charset_family, char_size, reserved_byte;
    uint8_t format[4], format_version[4], data_version[4];
  } about;
  uint8_t padding[8];
  uint32_t count, reserved, entries[4];
};

_Alignas(16) const struct table TABLE = {
  .header_size = 32,
  .mark = {0xda, 0x27},
  .about = {
    .size = 20,
    .is_big_endian = __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__,
    .char_size = 2,
    .format = {'T', 'o', 'C', 'P'},
    .format_version = {1},
  },
};
