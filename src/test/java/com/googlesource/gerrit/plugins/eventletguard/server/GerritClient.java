// Copyright (C) 2026 The Eventlet Guard Authors
//
// Licensed under the Apache License, Version 2.0 (the "License");
// you may not use this file except in compliance with the License.
// You may obtain a copy of the License at
//
// http://www.apache.org/licenses/LICENSE-2.0
//
// Unless required by applicable law or agreed to in writing, software
// distributed under the License is distributed on an "AS IS" BASIS,
// WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
// See the License for the specific language governing permissions and
// limitations under the License.

package com.googlesource.gerrit.plugins.eventletguard.server;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Gerrit's REST API, as the administrator of a development site. */
public final class GerritClient {
  public static final String ADMIN = "admin";
  public static final String PASSWORD = "secret";

  private static final String AGAINST_SCRIPT_INCLUSION = ")]}'";
  private static final Gson GSON = new Gson();

  private final URI url;
  private final String user;
  private final String password;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  public GerritClient(URI url) {
    this(url, ADMIN, PASSWORD);
  }

  /** Somebody who has not signed in. */
  public static GerritClient anonymous(URI url) {
    return new GerritClient(url, "", "");
  }

  public GerritClient(URI url, String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /** A part of a path with everything in it escaped that is not a letter or digit. */
  public static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Whether a server is there and ready; a replica answers little else. */
  public boolean answers() throws InterruptedException {
    try {
      return send("GET", "plugins/", null).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  public JsonElement get(String path) throws IOException, InterruptedException {
    return json(path, send("GET", path, null));
  }

  public JsonElement put(String path, Map<String, ?> body)
      throws IOException, InterruptedException {
    return json(path, send("PUT", path, GSON.toJson(body)));
  }

  public JsonElement post(String path, Map<String, ?> body)
      throws IOException, InterruptedException {
    return json(path, send("POST", path, GSON.toJson(body)));
  }

  /** The same where the API takes several things at a time. */
  public JsonElement postList(String path, List<? extends Map<String, ?>> body)
      throws IOException, InterruptedException {
    return json(path, send("POST", path, GSON.toJson(body)));
  }

  public void delete(String path) throws IOException, InterruptedException {
    var unused = json(path, send("DELETE", path, null));
  }

  /** The status of a GET, for what is expected to fail. */
  public int statusOf(String path) throws IOException, InterruptedException {
    return send("GET", path, null).statusCode();
  }

  /** The status of a POST, for what is expected to fail. */
  public int statusOfPost(String path) throws IOException, InterruptedException {
    return send("POST", path, "{}").statusCode();
  }

  /** A page as it is served. */
  public String page(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = send("GET", path, null);
    json(path, response);
    return response.body();
  }

  /** Stores text as it is, where the API takes no JSON. */
  public void putText(String path, String text) throws IOException, InterruptedException {
    sendText("PUT", path, text);
  }

  /** Posts text as it is, where the API takes no JSON. */
  public void postText(String path, String text) throws IOException, InterruptedException {
    sendText("POST", path, text);
  }

  private void sendText(String method, String path, String text)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "text/plain; charset=UTF-8")
            .method(method, HttpRequest.BodyPublishers.ofString(text));
    json(path, http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path);
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json; charset=UTF-8")
          .method(method, HttpRequest.BodyPublishers.ofString(body));
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url.resolve(user.isEmpty() ? path : "a/" + path))
            .timeout(Duration.ofMinutes(3))
            .header("Accept", "application/json");
    if (!user.isEmpty()) {
      String credentials =
          Base64.getEncoder()
              .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
      request.header("Authorization", "Basic " + credentials);
    }
    return request;
  }

  private static JsonElement json(String path, HttpResponse<String> response) throws IOException {
    String body = response.body();
    if (response.statusCode() / 100 != 2) {
      throw new IOException(
          "%s %s: status %d: %s"
              .formatted(response.request().method(), path, response.statusCode(), body));
    }
    return body.startsWith(AGAINST_SCRIPT_INCLUSION)
        ? JsonParser.parseString(body.substring(AGAINST_SCRIPT_INCLUSION.length()))
        : JsonNull.INSTANCE;
  }
}
