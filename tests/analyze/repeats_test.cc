#include "analyze/repeats.h"

#include <gmock/gmock.h>

namespace planmark {
namespace {

using testing::ElementsAre;

TEST(Repeats, TheFirstOfEqualSentencesStands) {
  EXPECT_THAT(find_repeats({"Children in care wait longer than their peers.", "Waits for others have fallen.",
                            "children in care  wait longer than their peers"}),
              ElementsAre(false, false, true));
}

TEST(Repeats, AChangedFigureInALongSentenceIsStillNewsButAnAddedWordIsNot) {
  EXPECT_THAT(find_repeats({"One in five children in the city lives in a household on a low income today.",
                            "One in six children in the city lives in a household on a low income today."}),
              ElementsAre(false, false));
  EXPECT_THAT(find_repeats({"Young carers miss a day of school in five and each practice in the county will "
                            "keep a register of "
                            "them and offer a flexible appointment after school.",
                            "Young carers miss a day of school in five and each practice in the county will "
                            "keep a register of "
                            "them and offer a flexible appointment after school hours."}),
              ElementsAre(false, true));
}

TEST(Repeats, ShortTextsAreComparedWhole) {
  EXPECT_THAT(find_repeats({"Young carers", "young carers", "Care leavers", ""}),
              ElementsAre(false, true, false, false));
}

}  // namespace
}  // namespace planmark
