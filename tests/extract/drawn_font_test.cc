#include "extract/drawn_font.h"

#include <gtest/gtest.h>

namespace planmark {
namespace {

TEST(DrawnFont, TheEmIsToldByKnownLettersThenByTheBox) {
  struct Row {
    const char* what;
    DrawnFont font;
    double em, guess;
  };
  const Row rows[] = {
      {"a common face",
       {{{"g1", U' ', 0.25}, {"g2", U'm', 0.83}, {"g3", U'e', 0.52}}, 0.001, 0.001, 0},
       1,
       0.5},
      {"with names", {{{"m", U'm', 0.83}, {"e", U'e', 0.52}}, 0.001, 0.001, 0}, 1, 0.83 / 0.6},
      {"condensed", {{{"e", U'e', 0.34}, {"n", U'n', 0.36}}, 0.001, 0.001, 0}, 1, 0.34 / 0.5},
      {"fixed pitch",
       {{{"i", U'i', 0.6}, {"e", U'e', 0.6}, {"n", U'n', 0.6}}, 0.001, 0.001, 0},
       1,
       0.6 / 0.5},
      {"dots", {{{"g1", U'e', 50.0}, {"g2", U'n', 52.8}}, 1, -1, 0}, 100, 100},
      {"dots twice as high as wide", {{{"g1", U'e', 50.0}, {"g2", U'n', 52.8}}, 1, 2, 0}, 200, 200},
      {"no letters but a box", {{{"g1", 0, 30.0}}, 1, 1, 120}, 100, 60},
      {"a bullet", {{{"g1", U'\u2022', 0.35}}, 0.001, 0.001, 350}, 1, 0.7},
      {"a box that is none", {{{"g1", 0, 0.48}}, 0.012, -0.012, -1}, 1, 0.96},
      {"nothing known", {{}, 0, 0, 0}, 1, 1},
  };
  for (const Row& row : rows) {
    EXPECT_NEAR(em_of(row.font), row.em, row.em / 100) << row.what;
    EXPECT_NEAR(em_guessed_by_poppler(row.font), row.guess, row.guess / 100) << row.what;
  }
}

}  // namespace
}  // namespace planmark
