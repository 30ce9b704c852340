// The door to the network, against a server of the test's own.
#include "watch/fetch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/web_server.h"

namespace planmark {
namespace {

using testing::HasSubstr;

class FetchTest : public testing::Test {
 protected:
  Fetch fetch(FetchLimits limits = {.time = std::chrono::seconds(5), .private_addresses = true}) {
    return network_fetch("planmark/1 (+me@example.org)", limits, [this] { return stop_; });
  }
  FetchRequest request(const std::string& path) const {
    return {.address = parse_address(server_.address(path)).value()};
  }

  WebServer server_;
  bool stop_ = false;
};

TEST_F(FetchTest, GivesTheReplyAndSaysWhoAsks) {
  server_.set("/a.pdf", {.body = "%PDF-1",
                         .headers = {{"ETag", "\"v1\""},
                                     {"Last-Modified", "Mon, 02 Jan 2023 00:00:00 GMT"},
                                     {"Content-Disposition", "inline; filename=x.pdf"}}});
  const Fetch get = fetch();
  const auto reply = get(request("/a.pdf"));
  ASSERT_TRUE(reply) << describe(reply.error());
  EXPECT_EQ(reply->status, 200);
  EXPECT_EQ(reply->bytes, "%PDF-1");
  EXPECT_EQ(reply->etag, "\"v1\"");
  EXPECT_EQ(reply->content_disposition, "inline; filename=x.pdf");
  EXPECT_THAT(server_.asked().at(0), HasSubstr("User-Agent: planmark/1 (+me@example.org)\r\n"));
  EXPECT_THAT(server_.asked().at(0), testing::Not(HasSubstr("Accept-Encoding")));

  FetchRequest again = request("/a.pdf");
  again.etag = reply->etag;
  again.modified = reply->modified;
  EXPECT_EQ(get(again)->status, 304);
  EXPECT_THAT(server_.asked().at(1), HasSubstr("If-Modified-Since: Mon, 02 Jan 2023 00:00:00 GMT\r\n"));
  EXPECT_EQ(get(request("/none"))->status, 404);
}

TEST_F(FetchTest, FollowsNoRedirect) {
  server_.set("/a", {.status = 301, .headers = {{"Location", "/b"}}});
  const auto reply = fetch()(request("/a"));
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->status, 301);
  EXPECT_EQ(reply->location, "/b");
  EXPECT_EQ(server_.asked().size(), 1U);
}

TEST_F(FetchTest, EndsAtItsLimits) {
  server_.set("/large", {.body = std::string(2U << 20U, 'x')});
  const auto large = fetch({.bytes = 1U << 20U, .private_addresses = true})(request("/large"));
  ASSERT_FALSE(large);
  EXPECT_EQ(large.error().kind, ProblemKind::too_large);
  FetchRequest cut = request("/large");
  cut.cut_at = 1000;
  EXPECT_EQ(fetch()(cut)->bytes.size(), 1000U);

  server_.set("/silent", {.silent = true});
  EXPECT_EQ(fetch()(request("/silent")).error().kind, ProblemKind::not_found);
  stop_ = true;
  EXPECT_EQ(fetch()(request("/large")).error().kind, ProblemKind::interrupted);
}

TEST_F(FetchTest, AsksNoLocalNetworkUnlessAllowed) {
  const Fetch guarded = fetch({.private_addresses = false});
  const auto reply = guarded(request("/"));
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.error().kind, ProblemKind::bad_input);
  EXPECT_THAT(reply.error().what, HasSubstr("local network"));
  EXPECT_TRUE(server_.asked().empty());
  const auto by_name = guarded({.address = parse_address("http://localhost:9/").value()});
  EXPECT_EQ(by_name.error().kind, ProblemKind::bad_input) << describe(by_name.error());
}

}  // namespace
}  // namespace planmark
