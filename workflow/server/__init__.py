"""The review page: an editor's whole work in a browser, over the same core as the commands.

`app.create_app` makes the application of a workspace. It has no rules of its own about texts: what
may be submitted or approved is asked of `review.gates`, what is wrong of the checks, and whatever
is written goes through `workspace.live`. `access` knows who is signed in, `permissions` what their
roles let them see and do, `guard` refuses what no page of ours has sent.
"""
